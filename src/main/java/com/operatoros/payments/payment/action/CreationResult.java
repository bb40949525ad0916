package com.operatoros.payments.payment.action;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.payment.Payment;
import java.util.Optional;

/** A result of a creation, as the admin gets to know it (rule E4). */
public sealed interface CreationResult {

    /** Takes each kind of result. */
    interface Reader<T> {
        T created(Created result);

        T unsettled(Unsettled result);

        T refused(Refused result);
    }

    /** Hands the result to the method of its kind. */
    <T> T tellTo(Reader<T> reader);

    /** The payment as it is. */
    Payment payment();

    /** The refusal, if the gateway refused. */
    default Optional<Refused> refusal() {
        return Optional.empty();
    }

    /** What the state of a payment says about its creation. */
    static CreationResult of(Payment payment) {
        return switch (payment.status()) {
            case CREATING -> new Unsettled(payment);
            case REJECTED ->
                new Refused(payment, payment.outcome().failure().orElseGet(() -> new Failure(null, "Stripe refused.")));
            case PENDING, PROCESSING, PAID, FAILED, CANCELED -> new Created(payment);
        };
    }

    /** The payment can be paid. */
    record Created(Payment payment) implements CreationResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.created(this);
        }
    }

    /** The gateway's answer is not known: the payment stays {@code creating}, and nobody should create it again. */
    record Unsettled(Payment payment) implements CreationResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.unsettled(this);
        }
    }

    /** The gateway refused: the payment is kept as {@code rejected}. */
    record Refused(Payment payment, Failure failure) implements CreationResult {
        @Override
        public <T> T tellTo(Reader<T> reader) {
            return reader.refused(this);
        }

        @Override
        public Optional<Refused> refusal() {
            return Optional.of(this);
        }
    }
}
