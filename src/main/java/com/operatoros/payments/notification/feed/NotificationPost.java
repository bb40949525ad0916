package com.operatoros.payments.notification.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notification on its way to OperatorOS. */
@Entity
@Table(name = "notification_post")
public class NotificationPost {

    @Id
    @Column(name = "notification_id")
    private long notificationId;

    private PostState state;
    private int revision;
    private int claims;
    private int failures;

    @Column(name = "next_at")
    private Instant nextAt;

    private @Nullable String reason;
    private Instant since;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected NotificationPost() {}

    NotificationPost(long notificationId, Instant notBefore) {
        this.notificationId = notificationId;
        this.state = PostState.QUEUED;
        this.revision = 1;
        this.nextAt = notBefore;
        this.since = notBefore;
    }

    /** The notification says more now (rule F5). */
    void renew(Instant now) {
        revision++;
        if (state != PostState.QUEUED) {
            state = PostState.QUEUED;
            since = now;
            nextAt = now;
            endedAt = null;
            forgetTrouble();
        }
    }

    Claim claim(Instant until, String body) {
        claims++;
        nextAt = until;
        return new Claim(notificationId, claims, revision, body);
    }

    /** What the receiver took counts, whoever holds the post by now. */
    void taken(Claim claim, Instant now) {
        if (state != PostState.QUEUED) {
            return;
        }
        if (revision == claim.revision()) {
            state = PostState.SENT;
            endedAt = now;
            forgetTrouble();
        } else if (isHeldUnder(claim)) {
            nextAt = now;
            forgetTrouble();
        }
    }

    void notTaken(Claim claim, Answer.NotTaken trouble, Instant now) {
        if (!isHeldUnder(claim)) {
            return;
        }
        failures++;
        reason = trouble.reason();
        if (now.isAfter(since.plus(FeedRetryPolicy.PATIENCE))) {
            state = PostState.FAILED;
            endedAt = now;
        } else {
            nextAt = now.plus(FeedRetryPolicy.pause(failures, trouble.wish()));
        }
    }

    private boolean isHeldUnder(Claim claim) {
        return state == PostState.QUEUED && claims == claim.number();
    }

    private void forgetTrouble() {
        failures = 0;
        reason = null;
    }

    long notificationId() {
        return notificationId;
    }

    PostState state() {
        return state;
    }

    Instant nextAt() {
        return nextAt;
    }

    @Nullable
    String reason() {
        return reason;
    }
}
