package com.operatoros.payments.payment;

import java.util.Locale;

/** How far one attempt to pay has come; an attempt only moves down this list. */
public enum AttemptState {
    PROCESSING,
    FAILED,
    PAID;

    boolean isBehind(AttemptState other) {
        return compareTo(other) < 0;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
