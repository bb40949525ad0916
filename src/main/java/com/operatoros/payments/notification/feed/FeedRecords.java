package com.operatoros.payments.notification.feed;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.notification.Notification;
import com.operatoros.payments.notification.NotificationJson;
import com.operatoros.payments.text.Messages;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The transactions before and after the posting of a notification (rules F2 and F4). */
@Stateless
public class FeedRecords {

    /** Longer than a call may take. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(FeedRecords.class.getName());

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Takes the notification that has been due longest and that nobody holds, as it reads now. */
    public Optional<Claim> claimNext() {
        Instant now = clock.instant();
        List<?> found = entities.createNativeQuery(
                        "select * from notification_post where state = 'queued' and next_at <= ?1"
                                + " order by next_at, notification_id limit 1 for update skip locked",
                        NotificationPost.class)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return found.stream()
                .map(NotificationPost.class::cast)
                .map(post -> post.claim(now.plus(LEASE), body(post.notificationId())))
                .findFirst();
    }

    private String body(long notificationId) {
        return NotificationJson.of(
                        entities.find(Notification.class, notificationId),
                        Messages.english().at(profile.zone()))
                .toString();
    }

    /** Records how an attempt has ended, unless another one has been begun meanwhile. */
    public void record(Claim claim, Answer answer) {
        NotificationPost post =
                entities.find(NotificationPost.class, claim.notificationId(), LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (answer instanceof Answer.NotTaken trouble) {
            post.notTaken(claim, trouble, now);
        } else {
            post.taken(claim, now);
        }
        if (post.state() == PostState.FAILED) {
            LOG.log(
                    Level.WARNING,
                    "Notification {0} was not taken by OperatorOS for three days",
                    post.notificationId());
        }
    }
}
