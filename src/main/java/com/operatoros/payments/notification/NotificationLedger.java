package com.operatoros.payments.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of notifications; it joins the transaction of the fact (rule N1). */
@ApplicationScoped
class NotificationLedger {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Event<NotificationWritten> written;

    @Inject
    private Clock clock;

    /** Tells a fact, unless it has been told. */
    void write(@Nullable UUID paymentId, String fact, Level level, Notification.Words words) {
        if (!find(fact).isEmpty()) {
            return;
        }
        Notification notification = new Notification(paymentId, fact, level, words, clock.instant());
        entities.persist(notification);
        entities.flush();
        written.fire(NotificationWritten.of(notification));
    }

    /** Completes a fact that was told without its reason; false when there is none. */
    boolean explain(String fact, String knownFact, Notification.Words words) {
        List<Notification> told = find(fact);
        told.forEach(notification -> {
            notification.explain(knownFact, words);
            written.fire(NotificationWritten.of(notification));
        });
        return !told.isEmpty();
    }

    private List<Notification> find(String fact) {
        return entities.createQuery("select n from Notification n where n.fact = :fact", Notification.class)
                .setParameter("fact", fact)
                .getResultList();
    }
}
