package com.operatoros.payments.payment.operation;

import com.operatoros.payments.code.Coded;

/** A state of an operation: it waits for another one, can be carried on, or has ended one way or the other. */
public enum OperationState implements Coded {
    WAITING,
    OPEN,
    DONE,
    REFUSED;

    static OperationState of(String code) {
        return Coded.get(OperationState.class, code);
    }
}
