package com.operatoros.payments.stripe;

/** Stripe could not be asked, or its answer could not be read: nothing is known. */
public final class StripeUnreachable extends Exception {

    StripeUnreachable(String trouble) {
        super(trouble);
    }

    /** What a person may read about it. */
    public String trouble() {
        return String.valueOf(getMessage());
    }
}
