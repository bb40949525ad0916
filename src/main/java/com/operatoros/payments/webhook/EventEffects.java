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
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides whether an event counts and lets it have its effect (rules W3 to W8); it joins the caller's transaction. Long since that is
 * decided in one place, in an order that matters.
 */
@ApplicationScoped
class EventEffects {

    private static final Logger LOG = System.getLogger(EventEffects.class.getName());

    @Inject
    private PaymentReports reports;

    @Inject
    private OpenOperations operations;

    @Inject
    private Copies copies;

    @Inject
    private OpenQuestions questions;

    @Inject
    private BillingProfile profile;

    @Inject
    private Event<ContradictoryReport> contradictions;

    /** Takes one of a group; nothing if its payment is just being changed by somebody else. */
    Optional<EventOutcome> take(EventGroup group, StripeEvent event, Provenance provenance) {
        if (event.isConnected()) {
            return Optional.of(foreign(group, event, Neighbours.Why.CONNECTED, provenance));
        }
        if (event.livemode() != profile.isLive()) {
            return Optional.of(foreign(group, event, Neighbours.Why.OTHER_MODE, provenance));
        }
        Ownership ownership = group.ownership(event);
        if (ownership.owners().isEmpty()) {
            // Only what bears our name needs to be told from what is ours; a customer may have to do with both.
            event.namedPayment()
                    .flatMap(named -> group.copyOf(event))
                    .ifPresent(copied -> hangsOnCopy(group, event, copied));
            return Optional.of(foreign(group, event, Neighbours.Why.NEIGHBOUR, provenance));
        }
        if (ownership.isOfNoInterest()) {
            return Optional.of(EventOutcome.IGNORED);
        }
        // In the order of their ids, as everybody who locks several.
        List<Payment> owners = ownership.owners().stream()
                .sorted()
                .flatMap(owner -> group.payment(owner).stream())
                .toList();
        if (owners.size() < ownership.owners().size()) {
            return Optional.empty();
        }
        return Optional.of(
                owners.size() > 1
                        ? contradicted(group, event, owners, provenance)
                        : take(group, event, owners.get(0), ownership, provenance));
    }

    private EventOutcome take(
            EventGroup group, StripeEvent event, Payment payment, Ownership ownership, Provenance provenance) {
        if (event.livemode() != payment.isLive()) {
            return foreign(group, event, Neighbours.Why.OTHER_MODE, provenance);
        }
        Ownership.Kind kind = ownership.of(payment, () -> operations.isMakingPayable(payment.id()));
        if (event.report().isEmpty() && kind != Ownership.Kind.COPY) {
            return EventOutcome.IGNORED;
        }
        if (!group.isFirst(event)) {
            return EventOutcome.DUPLICATE;
        }
        EventOutcome outcome = switch (kind) {
            case OWN -> apply(group, event, event.report().orElseThrow(), payment, provenance);
            case COPY -> copied(group, event, payment, ownership, provenance);
            case FRESH, BESIDES -> EventOutcome.IGNORED;
            case UNSURE -> parked(event, payment, provenance);
        };
        group.add(new EventLog.Entry(event, payment.id(), outcome));
        return outcome;
    }

    private void hangsOnCopy(EventGroup group, StripeEvent event, UUID copied) {
        copies.add(copied, event.objectIds().values());
        group.isCopied(copied, event);
    }

    /** Told once for each copy, with all that hangs on it. */
    private EventOutcome copied(
            EventGroup group, StripeEvent event, Payment payment, Ownership ownership, Provenance provenance) {
        String copy = event.payable().orElse(event.id());
        // Only the page on which it was paid tells of money whose it is: our own link may make an invoice of it as
        // well.
        event.intentId()
                .filter(intent -> event.objectIds().containsKey(ObjectKind.PAYMENT_LINK))
                .filter(intent -> ownership.recorded().containsKey(intent.value()))
                .ifPresent(intent -> {
                    reports.disown(payment, intent, copy, provenance);
                    group.knowsOnly(payment, reports.objects(payment));
                });
        if (copies.add(payment, event)) {
            LOG.log(
                    Level.WARNING,
                    "Event {0} ({1}) is of a copy of {2}",
                    event.id(),
                    event.type(),
                    payment.reference());
            reports.copied(payment, copy, provenance);
        }
        group.isCopied(payment.id(), event);
        return EventOutcome.IGNORED;
    }

    /** It bears our name, but only Stripe can tell whether it belongs to our link or invoice. */
    private EventOutcome parked(StripeEvent event, Payment payment, Provenance provenance) {
        reports.parked(payment, event.type(), provenance);
        questions.ask(payment.id(), event.id(), event.type());
        return EventOutcome.PARKED;
    }

    /** What the sweep reads again and again is counted when it is delivered. */
    private EventOutcome foreign(EventGroup group, StripeEvent event, Neighbours.Why why, Provenance provenance) {
        if (!provenance.isRecovery()) {
            group.seen().add(event, why);
        }
        return EventOutcome.IGNORED;
    }

    private EventOutcome apply(
            EventGroup group, StripeEvent event, GatewayReport report, Payment payment, Provenance provenance) {
        IntentId intent = event.intentId().orElse(null);
        PaymentStore.Objects objects = group.objects(payment);
        event.objectIds().forEach((kind, id) -> objects.learn(kind, id, intent));
        group.learned(payment);
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

    private EventOutcome contradicted(
            EventGroup group, StripeEvent event, List<Payment> owners, Provenance provenance) {
        if (!group.isFirst(event)) {
            return EventOutcome.DUPLICATE;
        }
        LOG.log(Level.ERROR, "Event {0} ({1}) names one payment and carries ids of another", event.id(), event.type());
        owners.forEach(payment -> reports.contradicted(payment, event.type(), provenance));
        contradictions.fire(new ContradictoryReport(event.id(), event.type()));
        group.add(new EventLog.Entry(event, null, EventOutcome.IGNORED));
        return EventOutcome.IGNORED;
    }
}
