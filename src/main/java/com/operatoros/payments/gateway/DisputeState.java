package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/**
 * A stage of a dispute, in the gateway's words. A dispute may go from each to each, also back from the end; of two that are told
 * in the same second the later in this list counts.
 */
public enum DisputeState implements Coded {
    WARNING_NEEDS_RESPONSE,
    WARNING_UNDER_REVIEW,
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WARNING_CLOSED,
    PREVENTED,
    WON,
    LOST;

    /** Finds a state by the gateway's code. */
    public static Optional<DisputeState> find(String code) {
        return Coded.find(DisputeState.class, code);
    }

    /** Whether the admin has to send evidence before the deadline. */
    public boolean needsResponse() {
        return this == WARNING_NEEDS_RESPONSE || this == NEEDS_RESPONSE;
    }

    /** Whether the bank has taken the money: an inquiry takes none, and what was won is back. */
    public boolean isMoneyTaken() {
        return this == NEEDS_RESPONSE || this == UNDER_REVIEW || this == LOST;
    }

    /** How the dispute began: as an inquiry, or as a dispute that the client's bank wants to be answered. */
    public DisputeState beginning() {
        return this == WARNING_NEEDS_RESPONSE || this == WARNING_UNDER_REVIEW || this == WARNING_CLOSED
                ? WARNING_NEEDS_RESPONSE
                : NEEDS_RESPONSE;
    }

    /** Whether nothing is awaited, as far as anybody can know. */
    public boolean isClosed() {
        return compareTo(WARNING_CLOSED) >= 0;
    }
}
