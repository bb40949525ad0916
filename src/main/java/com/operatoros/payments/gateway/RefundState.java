package com.operatoros.payments.gateway;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a refund has come, in the gateway's words; it only moves down this list, and may fail after it succeeded. */
public enum RefundState {
    PENDING,
    REQUIRES_ACTION,
    SUCCEEDED,
    CANCELED,
    FAILED;

    /** Finds a state by the gateway's code. */
    public static Optional<RefundState> find(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
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
