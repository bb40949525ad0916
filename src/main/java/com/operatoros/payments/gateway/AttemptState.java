package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;

/** A stage of one attempt to pay; an attempt only moves down this list. */
public enum AttemptState implements Coded {
    PROCESSING,
    FAILED,
    PAID;

    public boolean isBehind(AttemptState other) {
        return compareTo(other) < 0;
    }
}
