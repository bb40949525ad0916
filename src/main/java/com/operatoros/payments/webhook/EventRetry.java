package com.operatoros.payments.webhook;

import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import com.operatoros.payments.stripe.StripeEventReader;
import com.operatoros.payments.stripe.UnreadableEvent;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Takes events once more from what was kept of them. */
@ApplicationScoped
class EventRetry {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @EJB
    private EventInbox inbox;

    @EJB
    private ParkedEvents parked;

    @Inject
    private StripeEventReader reader;

    /** Tries what has failed and is due, one after the other. */
    void retryDue() {
        for (Optional<ParkedEvents.Failed> next = parked.claimNext(); next.isPresent(); next = parked.claimNext()) {
            retry(next.get());
        }
    }

    private void retry(ParkedEvents.Failed event) {
        try {
            apply(event.id());
        } catch (RuntimeException e) {
            parked.postpone(event, e);
        }
    }

    /** Takes one once more for somebody who waits for it; false when it is not known or was not kept as it came. */
    boolean isApplied(String eventId) {
        try {
            return apply(eventId).isPresent();
        } catch (RuntimeException e) {
            parked.failAgain(eventId, e);
            return true;
        }
    }

    private Optional<EventOutcome> apply(String eventId) {
        return Sql.of(entities, "select payload from stripe_event where id = ?1 and payload is not null", eventId)
                .first(row -> row.text(1))
                .map(this::read)
                .map(inbox::takeAgain);
    }

    private StripeEvent read(String payload) {
        try {
            return reader.read(payload);
        } catch (UnreadableEvent e) {
            throw new IllegalStateException("an event that was read before is not understood any more", e);
        }
    }
}
