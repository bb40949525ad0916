package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.payment.operation.OpenOperations;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds whose an event is (rule W4); it joins the caller's transaction. */
@ApplicationScoped
class Ownerships {

    @Inject
    private PaymentStore store;

    @Inject
    private Copies copies;

    @Inject
    private OpenOperations operations;

    /** What an event is to the payment that owns it, which is locked: what was recorded while it was waited for counts. */
    Ownership.Kind of(Payment payment, Ownership ownership) {
        Ownership known = ownership.isRecorded() ? ownership : find(ownership.event());
        return known.of(payment, operations.isMakingPayable(payment.id()));
    }

    Ownership find(StripeEvent event) {
        Map<String, UUID> recorded = store.findRecorded(event.ids());
        if (!recorded.isEmpty() || event.namedPayment().isEmpty() || copies.include(event)) {
            return new Ownership(event, recorded, Optional.empty(), false);
        }
        Optional<UUID> named = event.namedPayment().filter(store::knows);
        boolean hasCopies = named.filter(copies::areKnownOf).isPresent();
        return new Ownership(event, recorded, named, hasCopies);
    }
}
