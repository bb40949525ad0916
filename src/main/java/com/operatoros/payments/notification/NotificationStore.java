package com.operatoros.payments.notification;

import com.operatoros.payments.business.BillingProfile;
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
class NotificationStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Event<NotificationWritten> written;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Tells a fact, unless it has been told. */
    void write(@Nullable UUID paymentId, String fact, Level level, Wording wording) {
        if (!find(fact).isEmpty()) {
            return;
        }
        Notification notification = new Notification(paymentId, fact, level, wording, profile.zone(), clock.instant());
        entities.persist(notification);
        entities.flush();
        written.fire(NotificationWritten.of(notification));
    }

    /** Completes a fact that was told without its reason; false when there is none. */
    boolean explain(String fact, String knownFact, Wording wording) {
        List<Notification> told = find(fact);
        told.forEach(notification -> {
            notification.explain(knownFact, wording, profile.zone());
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
