package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An event in our own words.
 *
 * @param livemode whether real money moved
 * @param isConnected whether it happened in the account of somebody who is connected to ours
 * @param namedPayment the payment that the object's metadata names
 * @param objectIds the ids that the object carries, its own included
 * @param revises the invoice that the object says it has taken the place of
 * @param report what it says; empty for a type that says nothing to us
 * @param payload its text as it came
 */
public record StripeEvent(
        String id,
        String type,
        Instant created,
        boolean livemode,
        boolean isConnected,
        Optional<UUID> namedPayment,
        Map<ObjectKind, String> objectIds,
        Optional<String> revises,
        Optional<GatewayReport> report,
        String payload) {

    /** The intent that the object belongs to, where it says so. */
    public Optional<IntentId> intentId() {
        return Optional.ofNullable(objectIds.get(ObjectKind.PAYMENT_INTENT)).map(IntentId::new);
    }

    /** The link or the invoice that the object is, or that it belongs to as it says itself. */
    public Optional<String> payable() {
        return Optional.ofNullable(objectIds.get(ObjectKind.PAYMENT_LINK))
                .or(() -> Optional.ofNullable(objectIds.get(ObjectKind.INVOICE)));
    }

    /** Whether it is about an invoice, and not about a link. */
    public boolean isOfInvoice() {
        return objectIds.containsKey(ObjectKind.INVOICE) && !objectIds.containsKey(ObjectKind.PAYMENT_LINK);
    }

    /** All ids by which its payment may be known. */
    public Set<String> ids() {
        Set<String> ids = new HashSet<>(objectIds.values());
        revises.ifPresent(ids::add);
        return ids;
    }

    /** Nothing that it says of a client: it may stand in a log. */
    @Override
    public String toString() {
        return id + " (" + type + ")";
    }

    /** Whether it may turn out to be ours when an id becomes known: refunds, disputes and intents do not say whose they are. */
    public boolean mayBecomeOurs() {
        return report.isPresent()
                && (revises.isPresent()
                        || type.startsWith("refund.")
                        || type.startsWith("charge.")
                        || type.startsWith("radar.")
                        || type.startsWith("review.")
                        || type.startsWith("payment_intent.")
                        || type.startsWith("invoice_payment."));
    }
}
