package com.operatoros.payments.webhook;

import java.util.Locale;

/** What became of an event. */
public enum Outcome {
    APPLIED,
    DUPLICATE,
    IGNORED,
    /** It is ours but does not tell enough: Stripe is asked. */
    PARKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
