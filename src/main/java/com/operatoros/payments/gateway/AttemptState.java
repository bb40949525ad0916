package com.operatoros.payments.gateway;

import java.util.Locale;

/** How far one attempt to pay has come; an attempt only moves down this list. */
public enum AttemptState {
    PROCESSING,
    FAILED,
    PAID;

    public boolean isBehind(AttemptState other) {
        return compareTo(other) < 0;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
