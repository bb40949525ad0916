package com.operatoros.payments.sandbox.stripe.event;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How events are delivered from now on. */
public enum DeliveryMode {
    ON,
    OFF,
    DUPLICATE,
    REVERSE;

    /** The mode of this lower-case name. */
    public static Optional<DeliveryMode> named(String name) {
        return Arrays.stream(values()).filter(mode -> mode.label().equals(name)).findFirst();
    }

    /** Its name in the controls. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    int copies() {
        return this == DUPLICATE ? 2 : 1;
    }
}
