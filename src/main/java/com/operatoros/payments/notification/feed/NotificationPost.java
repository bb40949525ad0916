package com.operatoros.payments.notification.feed;

import com.operatoros.payments.outbox.Delivery;
import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A notification on its way to OperatorOS. */
@Entity
@Table(name = "notification_post")
public class NotificationPost {

    @Id
    @Column(name = "notification_id")
    private long notificationId;

    private int revision;

    @Embedded
    private Delivery delivery;

    protected NotificationPost() {}

    NotificationPost(long notificationId, Instant notBefore) {
        this.notificationId = notificationId;
        this.revision = 1;
        this.delivery = new Delivery(notBefore);
    }

    /** The notification says more now (rule F4). */
    void renew(Instant now) {
        revision++;
        if (!delivery.isQueued()) {
            delivery.queueAgain(now);
        }
    }

    Lease<Edition> claim(String body, Instant until) {
        return delivery.claim(new Edition(notificationId, revision, body), until);
    }

    /** Records how a try has ended, if that counts; what was taken incomplete has to leave once more. */
    boolean record(Lease<Edition> lease, Handover end, Instant now) {
        if (!end.isTaken() || lease.what().revision() == revision) {
            return delivery.record(lease, end, now);
        }
        boolean counts = delivery.isHeldUnder(lease);
        if (counts) {
            delivery.queueAgain(now);
        }
        return counts;
    }

    long notificationId() {
        return notificationId;
    }

    Delivery delivery() {
        return delivery;
    }
}
