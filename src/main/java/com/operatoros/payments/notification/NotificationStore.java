package com.operatoros.payments.notification;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
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

    /** Tells a fact, unless it has been told; the message is one of two texts, a title and a sentence. */
    void write(@Nullable UUID paymentId, String fact, Level level, Message message, boolean isRecovered) {
        if (!find(fact).isEmpty()) {
            return;
        }
        Notification notification = new Notification(paymentId, fact, level, message, isRecovered, clock.instant());
        entities.persist(notification);
        entities.flush();
        tell(notification);
    }

    /** Completes a fact that was told without its reason; false when there is none. */
    boolean explain(String fact, String knownFact, Message message) {
        List<Notification> told = find(fact);
        told.forEach(notification -> {
            notification.explain(knownFact, message);
            tell(notification);
        });
        return !told.isEmpty();
    }

    private void tell(Notification notification) {
        written.fire(NotificationWritten.of(notification, Messages.english().at(profile.zone())));
    }

    private List<Notification> find(String fact) {
        return entities.createQuery("select n from Notification n where n.fact = :fact", Notification.class)
                .setParameter("fact", fact)
                .getResultList();
    }
}
