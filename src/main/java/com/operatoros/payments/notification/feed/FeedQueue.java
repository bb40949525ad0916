package com.operatoros.payments.notification.feed;

import com.operatoros.payments.notification.Level;
import com.operatoros.payments.notification.NotificationWritten;
import com.operatoros.payments.outbox.RowQueued;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Writes down what is to be posted, in the transaction of the notification (rules X1, F1 and F4). */
@ApplicationScoped
class FeedQueue {

    /** A failure may come a moment before its reason, which then still gets into the same post. */
    private static final Duration TIME_FOR_THE_REASON = Duration.ofSeconds(3);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private FeedSettings settings;

    @Inject
    private Event<RowQueued> queued;

    @Inject
    private Clock clock;

    void on(@Observes NotificationWritten notification) {
        if (!settings.isOn()) {
            return;
        }
        Instant now = clock.instant();
        NotificationPost known = notification.isFirst()
                ? null
                : entities.find(NotificationPost.class, notification.id(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            boolean isFailure = notification.level() == Level.ERROR;
            entities.persist(new NotificationPost(notification.id(), isFailure ? now.plus(TIME_FOR_THE_REASON) : now));
        } else {
            known.renew(notification.isMore() ? now.plus(NotificationWritten.BUNDLE) : now);
        }
        queued.fire(new RowQueued(FeedOutbox.NAME));
    }
}
