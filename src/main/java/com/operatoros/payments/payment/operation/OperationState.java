package com.operatoros.payments.payment.operation;

import com.operatoros.payments.code.Coded;

/** Where an operation stands. */
public enum OperationState implements Coded {
    WAITING,
    OPEN,
    DONE,
    REFUSED;

    static OperationState of(String code) {
        return Coded.get(OperationState.class, code);
    }
}
