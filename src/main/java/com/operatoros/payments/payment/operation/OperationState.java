package com.operatoros.payments.payment.operation;

import java.util.Locale;

/** Where an operation stands. */
public enum OperationState {
    WAITING,
    OPEN,
    DONE,
    REFUSED;

    static OperationState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
