package com.operatoros.payments.webhook;

import java.util.Locale;

/** What became of an event. */
public enum Outcome {
    APPLIED,
    DUPLICATE,
    IGNORED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
