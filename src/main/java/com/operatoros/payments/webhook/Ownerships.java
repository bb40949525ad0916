package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStore;
import com.operatoros.payments.payment.operation.OpenOperations;
import com.operatoros.payments.stripe.StripeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

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
        return known.of(payment, () -> operations.isMakingPayable(payment.id()));
    }

    Ownership find(StripeEvent event) {
        PaymentStore.Recorded known =
                store.find(event.ids(), event.namedPayment().orElse(null));
        if (!known.recorded().isEmpty() || event.namedPayment().isEmpty() || copies.include(event)) {
            return new Ownership(event, known.recorded(), Optional.empty(), false);
        }
        boolean hasCopies = known.named().filter(copies::areKnownOf).isPresent();
        return new Ownership(event, known.recorded(), known.named(), hasCopies);
    }
}
