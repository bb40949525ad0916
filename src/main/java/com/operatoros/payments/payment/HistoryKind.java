package com.operatoros.payments.payment;

import java.util.Locale;

/** What a row of the history tells. */
public enum HistoryKind {
    CREATED,
    TRANSITION,
    FACT,
    IGNORED,
    ACTION,
    MAIL,
    RECOVERED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
