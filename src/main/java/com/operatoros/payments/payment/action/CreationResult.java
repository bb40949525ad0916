package com.operatoros.payments.payment.action;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.payment.Payment;

/** What the admin gets to know of a creation. */
public sealed interface CreationResult {

    Payment payment();

    /** What the state of a payment says about its creation. */
    static CreationResult of(Payment payment) {
        return switch (payment.status()) {
            case CREATING -> new Unsettled(payment);
            case REJECTED ->
                new Refused(payment, payment.failure().orElseGet(() -> new Failure(null, "Stripe refused.")));
            default -> new Created(payment);
        };
    }

    /** The payment can be paid. */
    record Created(Payment payment) implements CreationResult {}

    /** The gateway's answer is not known: the payment stays {@code creating}, and nobody should create it again. */
    record Unsettled(Payment payment) implements CreationResult {}

    /** The gateway refused: the payment is kept as {@code rejected}. */
    record Refused(Payment payment, Failure failure) implements CreationResult {}
}
