package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;

/** A stage of one attempt to pay; an attempt only moves down this list. */
public enum AttemptState implements Coded {
    /** The client is through, and nobody has said yet whether the money is on its way. */
    SUBMITTED,
    /** The client is to transfer it, or to pay at a counter; nobody knows whether that will ever be done. */
    WAITING,
    /** The money is on its way. */
    PROCESSING,
    /** It was called off, and no money moved. */
    CANCELED,
    FAILED,
    PAID;

    public boolean isBehind(AttemptState other) {
        return compareTo(other) < 0;
    }

    /** Whether it may still become money. */
    public boolean isUnderWay() {
        return this == SUBMITTED || this == WAITING || this == PROCESSING;
    }
}
