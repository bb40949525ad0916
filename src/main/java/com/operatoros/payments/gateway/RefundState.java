package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/**
 * A stage of a refund, in the gateway's words. It may fail after it succeeded, and wait again after it was under way; of two that
 * are told in the same second the later in this list counts.
 */
public enum RefundState implements Coded {
    /** The gateway is at it. */
    PENDING,
    /** The gateway waits for the bank details of the client. */
    REQUIRES_ACTION,
    SUCCEEDED,
    CANCELED,
    FAILED;

    /** Finds a state by the gateway's code. */
    public static Optional<RefundState> find(String code) {
        return Coded.find(RefundState.class, code);
    }

    public boolean isDone() {
        return this == SUCCEEDED;
    }

    /** Whether the money has left us but nobody says that it has arrived. */
    public boolean isOnItsWay() {
        return this == PENDING || this == REQUIRES_ACTION;
    }

    /** Whether the money stays with us after all. */
    public boolean isTakenBack() {
        return this == CANCELED || this == FAILED;
    }
}
