package com.operatoros.payments.sandbox.stripe.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of an attempt to pay a session. */
public record Payment(
        Outcome outcome,
        Standing standing,
        @Nullable String intent,
        @Nullable Decline why) {

    /** The ways it can end. */
    public enum Outcome {
        PAID,
        PROCESSING,
        /** The payer is to transfer the money. */
        WAITING,
        DECLINED,
        /** The session could not be paid; its standing says why. */
        REFUSED
    }

    static Payment made(Outcome outcome, String intent) {
        return new Payment(outcome, Standing.OPEN, intent, null);
    }

    /** Nothing was left to pay. */
    static Payment free() {
        return new Payment(Outcome.PAID, Standing.OPEN, null, null);
    }

    static Payment declined(String intent, Decline why) {
        return new Payment(Outcome.DECLINED, Standing.OPEN, intent, why);
    }

    static Payment refused(Standing standing) {
        return new Payment(Outcome.REFUSED, standing, null, null);
    }

    /** Why the bank declined. */
    public Optional<Decline> decline() {
        return Optional.ofNullable(why);
    }
}
