package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** A stage of a refund, in the gateway's words; a refund only moves down this list, and may fail after it succeeded. */
public enum RefundState implements Coded {
    PENDING,
    REQUIRES_ACTION,
    SUCCEEDED,
    CANCELED,
    FAILED;

    /** Finds a state by the gateway's code. */
    public static Optional<RefundState> find(String code) {
        return Coded.find(RefundState.class, code);
    }

    /** Whether the money stays with us after all. */
    public boolean isTakenBack() {
        return this == CANCELED || this == FAILED;
    }

    /** Whether the gateway has nothing more to tell of it, as far as anybody can know. */
    public boolean isFinal() {
        return isTakenBack();
    }
}
