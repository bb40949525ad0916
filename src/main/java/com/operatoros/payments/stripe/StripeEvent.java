package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An event in our own words.
 *
 * @param livemode whether real money moved
 * @param namedPayment the payment that the object's metadata names
 * @param objectIds the ids that the object carries, its own included
 * @param report what it says; empty for a type that says nothing to us
 */
public record StripeEvent(
        String id,
        String type,
        Instant created,
        boolean livemode,
        Optional<UUID> namedPayment,
        Map<ObjectKind, String> objectIds,
        Optional<GatewayReport> report) {

    /** The intent that the object belongs to, where it says so. */
    public Optional<IntentId> intentId() {
        return Optional.ofNullable(objectIds.get(ObjectKind.PAYMENT_INTENT)).map(IntentId::new);
    }

    /** Whether it may turn out to be ours when an id becomes known: refunds, disputes and intents do not say whose they are. */
    public boolean mayBecomeOurs() {
        return report.isPresent()
                && (type.startsWith("refund.")
                        || type.startsWith("charge.")
                        || type.startsWith("payment_intent.")
                        || type.startsWith("invoice_payment."));
    }
}
