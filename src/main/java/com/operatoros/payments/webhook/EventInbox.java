package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Provenance;
import com.operatoros.payments.sql.WriteBatch;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes each event once: its inbox row and its whole effect are one transaction, which it may share with others (rules W2, W3 and W9). */
@Stateless
public class EventInbox {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Resource
    private EJBContext context;

    @Inject
    private Ownerships ownerships;

    @Inject
    private EventEffects effects;

    @Inject
    private EventLog log;

    @Inject
    private Neighbours neighbours;

    @Inject
    private WriteBatch batch;

    @Inject
    private Clock clock;

    /**
     * What came of events that share a transaction.
     *
     * @param outcomes of each of them; nothing if it or its payment is just being changed by somebody else: it has to be taken later
     * @param trouble why none of them has had its effect; null if they have
     */
    public record Taken(
            List<Optional<EventOutcome>> outcomes, @Nullable RuntimeException trouble) {

        static Taken failed(RuntimeException trouble) {
            return new Taken(List.of(), trouble);
        }
    }

    /** Takes verified events that Stripe has delivered, all in one transaction; trouble is told to the caller, not to the container's log. */
    public Taken take(List<StripeEvent> events) {
        try {
            List<Optional<EventOutcome>> outcomes = take(events, Ownerships.Manner.AT_ONCE, this::delivered);
            entities.flush();
            // A transaction that cannot be committed would end without a word.
            return context.getRollbackOnly()
                    ? Taken.failed(new IllegalStateException("the transaction is to be rolled back"))
                    : new Taken(outcomes, null);
        } catch (TakenMeanwhile e) {
            // It was looked for in the moment before its payment was locked.
            context.setRollbackOnly();
            return new Taken(Collections.nCopies(events.size(), Optional.empty()), null);
        } catch (RuntimeException e) {
            context.setRollbackOnly();
            return Taken.failed(e);
        }
    }

    /** Takes one that Stripe has delivered, and waits for its payment. */
    public EventOutcome accept(StripeEvent event) {
        return acceptAll(List.of(event)).get(0);
    }

    /** Takes some that Stripe has delivered, all in one transaction, and waits for their payments. */
    public List<EventOutcome> acceptAll(List<StripeEvent> events) {
        return patiently(events, this::delivered);
    }

    /** Takes one that was read from Stripe, since it may not have been delivered. */
    public EventOutcome recover(StripeEvent event) {
        return patiently(List.of(event), some -> Provenance.sweep(some.id(), clock.instant()))
                .get(0);
    }

    /** Takes one once more that was delivered before, whatever came of it then. */
    public EventOutcome takeAgain(StripeEvent event) {
        log.reopen(event.id());
        EventOutcome outcome = accept(event);
        log.close(event.id(), outcome);
        return outcome;
    }

    /** Which of these events have been taken; they need not be read once more. */
    public Set<String> taken(Collection<String> eventIds) {
        return ownerships.taken(eventIds);
    }

    /** Takes note of a thin event, which does not tell enough to act on it. */
    public EventOutcome acknowledge(String type) {
        Neighbours.Seen seen = new Neighbours.Seen();
        seen.add(type, Neighbours.Why.THIN);
        neighbours.write(seen);
        return EventOutcome.IGNORED;
    }

    private Provenance delivered(StripeEvent event) {
        return Provenance.gateway(event.id(), clock.instant());
    }

    private List<EventOutcome> patiently(List<StripeEvent> events, Function<StripeEvent, Provenance> provenance) {
        return take(events, Ownerships.Manner.PATIENT, provenance).stream()
                .map(Optional::orElseThrow)
                .toList();
    }

    /** One after the other, each as if those before it had been taken by themselves. */
    private List<Optional<EventOutcome>> take(
            List<StripeEvent> events, Ownerships.Manner manner, Function<StripeEvent, Provenance> provenance) {
        EventGroup group = ownerships.read(events, manner);
        batch.begin();
        List<Optional<EventOutcome>> outcomes = events.stream()
                .map(event -> effects.take(group, event, provenance.apply(event)))
                .toList();
        log.add(group.entries());
        neighbours.write(group.seen());
        batch.end();
        return outcomes;
    }
}
