package com.operatoros.payments.sandbox.stripe.fault;

import java.util.Arrays;
import java.util.Optional;

/** How a call fails. */
public enum FaultKind {
    REFUSED("400"),
    FAILED("500"),
    RATE_LIMITED("429"),
    TIMEOUT("timeout"),
    RESET("reset");

    private final String label;

    FaultKind(String label) {
        this.label = label;
    }

    /** The kind of this name. */
    public static Optional<FaultKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.label.equals(name)).findFirst();
    }

    /** Its name in the controls. */
    public String label() {
        return label;
    }
}
