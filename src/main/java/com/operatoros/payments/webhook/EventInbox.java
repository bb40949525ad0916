package com.operatoros.payments.webhook;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.ContradictoryReport;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.payment.Provenance;
import com.operatoros.payments.payment.operation.OpenOperations;
import com.operatoros.payments.sql.Sql;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes each event once: the inbox row and its whole effect are this one transaction (rules W2 to W7). Long since
 * whether an event counts is decided in one place, in an order that matters.
 */
@Stateless
public class EventInbox {

    private static final Logger LOG = System.getLogger(EventInbox.class.getName());

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentStore store;

    @Inject
    private PaymentReports reports;

    @Inject
    private OpenOperations operations;

    @Inject
    private Ownerships ownerships;

    @Inject
    private Copies copies;

    @Inject
    private Neighbours neighbours;

    @Inject
    private OpenQuestions questions;

    @Inject
    private BillingProfile profile;

    @Inject
    private Event<ContradictoryReport> contradictions;

    @Inject
    private Clock clock;

    /** Accepts a verified event that Stripe has delivered. */
    public EventOutcome accept(StripeEvent event) {
        return take(event, Provenance.gateway(event.id(), clock.instant()));
    }

    /** Accepts an event that was read from Stripe, since it may not have been delivered. */
    public EventOutcome recover(StripeEvent event) {
        return take(event, Provenance.sweep(event.id(), clock.instant()));
    }

    /** Which of these events have been taken; they need not be read once more. */
    public Set<String> taken(Collection<String> eventIds) {
        return Set.copyOf(Sql.of(
                        entities,
                        "select id from stripe_event where id = any (string_to_array(cast(?1 as text), ','))",
                        String.join(",", eventIds))
                .list(row -> row.text(1)));
    }

    /** Takes note of a thin event, which does not tell enough to act on it. */
    public EventOutcome acknowledge(String type) {
        neighbours.count(type, Neighbours.Why.THIN);
        return EventOutcome.IGNORED;
    }

    private EventOutcome take(StripeEvent event, Provenance provenance) {
        if (event.isConnected()) {
            return foreign(event, Neighbours.Why.CONNECTED, provenance);
        }
        if (event.livemode() != profile.isLive()) {
            return foreign(event, Neighbours.Why.OTHER_MODE, provenance);
        }
        Ownership ownership = ownerships.find(event);
        if (ownership.owners().isEmpty()) {
            return foreign(event, Neighbours.Why.NEIGHBOUR, provenance);
        }
        if (event.report().isEmpty() && ownership.isRecorded()) {
            return EventOutcome.IGNORED;
        }
        if (ownership.owners().size() > 1) {
            return contradicted(event, ownership.owners(), provenance);
        }
        // Locked before the inbox row is written: that row refers to the payment, and two events that each hold a
        // reference while they wait for the lock would wait for each other.
        Payment payment = store.lock(ownership.owners().iterator().next());
        if (event.livemode() != payment.isLive()) {
            return foreign(event, Neighbours.Why.OTHER_MODE, provenance);
        }
        Ownership.Kind kind = ownerships.of(payment, ownership);
        if (event.report().isEmpty() && kind != Ownership.Kind.COPY) {
            return EventOutcome.IGNORED;
        }
        if (!isFirst(event, payment.id())) {
            return EventOutcome.DUPLICATE;
        }
        return switch (kind) {
            case OWN -> apply(event, event.report().orElseThrow(), payment, provenance);
            case COPY -> copied(event, payment, ownership, provenance);
            case FRESH, BESIDES -> EventOutcome.IGNORED;
            case UNSURE -> parked(event, payment, provenance);
        };
    }

    /** Told once for each copy, with all that hangs on it. */
    private EventOutcome copied(StripeEvent event, Payment payment, Ownership ownership, Provenance provenance) {
        String copy = event.payable().orElse(event.id());
        // Only the page on which it was paid tells of money whose it is: our own link may make an invoice of it as
        // well.
        event.intentId()
                .filter(intent -> event.objectIds().containsKey(ObjectKind.PAYMENT_LINK))
                .filter(intent -> ownership.recorded().containsKey(intent.value()))
                .ifPresent(intent -> reports.disown(payment, intent, copy, provenance));
        if (copies.add(payment, event)) {
            LOG.log(
                    Level.WARNING,
                    "Event {0} ({1}) is of a copy of {2}",
                    event.id(),
                    event.type(),
                    payment.reference());
            reports.copied(payment, copy, provenance);
        }
        return EventOutcome.IGNORED;
    }

    /** It bears our name, but only Stripe can tell whether it belongs to our link or invoice. */
    private EventOutcome parked(StripeEvent event, Payment payment, Provenance provenance) {
        reports.parked(payment, event.type(), provenance);
        questions.ask(payment.id(), event.id(), event.type());
        return EventOutcome.PARKED;
    }

    /** What the sweep reads again and again is counted when it is delivered. */
    private EventOutcome foreign(StripeEvent event, Neighbours.Why why, Provenance provenance) {
        if (!provenance.isRecovery()) {
            neighbours.count(event, why);
        }
        return EventOutcome.IGNORED;
    }

    /** Waits for a concurrent delivery of the same event, and loses to it if that one commits. */
    private boolean isFirst(StripeEvent event, @Nullable UUID owner) {
        return Sql.of(
                        entities,
                        "insert into stripe_event (id, type, payment_id, created_at, received_at)"
                                + " values (?1, ?2, ?3, ?4, ?5) on conflict (id) do nothing",
                        event.id(),
                        event.type(),
                        owner,
                        event.created(),
                        clock.instant())
                .executeOne();
    }

    private EventOutcome apply(StripeEvent event, GatewayReport report, Payment payment, Provenance provenance) {
        IntentId intent = event.intentId().orElse(null);
        PaymentStore.Objects objects = reports.objects(payment);
        event.objectIds().forEach((kind, id) -> objects.learn(kind, id, intent));
        if (!report.isClear()) {
            LOG.log(Level.WARNING, "Event {0} ({1}) does not say enough to act on it", event.id(), event.type());
            reports.parked(payment, event.type(), provenance);
        }
        if (!reports.take(payment, report, provenance, () -> operations.isBusy(payment.id()))) {
            questions.ask(payment.id(), event.id(), event.type());
        }
        objects.arrange();
        LOG.log(
                Level.DEBUG,
                "Event {0} ({1}): payment {2} is {3}",
                event.id(),
                event.type(),
                payment.reference(),
                payment.status().code());
        return report.isClear() ? EventOutcome.APPLIED : EventOutcome.PARKED;
    }

    private EventOutcome contradicted(StripeEvent event, Set<UUID> owners, Provenance provenance) {
        // In the order of their ids, as everybody who locks several.
        List<Payment> payments = owners.stream().sorted().map(store::lock).toList();
        if (!isFirst(event, null)) {
            return EventOutcome.DUPLICATE;
        }
        LOG.log(Level.ERROR, "Event {0} ({1}) names one payment and carries ids of another", event.id(), event.type());
        payments.forEach(payment -> reports.contradicted(payment, event.type(), provenance));
        contradictions.fire(new ContradictoryReport(event.id(), event.type()));
        return EventOutcome.IGNORED;
    }
}
