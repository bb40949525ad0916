package com.operatoros.payments.notification.feed;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.notification.NotificationJson;
import com.operatoros.payments.outbox.DueRows;
import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.outbox.OutboxState;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Holds the transactions before and after the posting of a notification. */
@Stateless
public class FeedStore {

    private static final Logger LOG = System.getLogger(FeedStore.class.getName());

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private DueRows due;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Takes the notification that has been due longest and that nobody holds, as it reads now. */
    public Optional<Lease<Edition>> claimNext() {
        return due.lockNext(NotificationPost.class, "notification_post", "notification_id")
                .map(post ->
                        post.claim(body(post.notificationId()), clock.instant().plus(Lease.LENGTH)));
    }

    private String body(long notificationId) {
        return NotificationJson.of(
                        entities.find(Notification.class, notificationId),
                        Messages.english().at(profile.zone()))
                .toString();
    }

    /** Records how a try has ended. */
    public void record(Lease<Edition> lease, Handover end) {
        long id = lease.what().notificationId();
        NotificationPost post = entities.find(NotificationPost.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (post.record(lease, end, clock.instant()) && post.delivery().state() == OutboxState.FAILED) {
            LOG.log(Level.WARNING, "Notification {0} was not taken by OperatorOS for three days", id);
        }
    }
}
