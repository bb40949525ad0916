package com.operatoros.payments.gateway;

import org.jspecify.annotations.Nullable;

/** The gateway's id of a charge. */
public record ChargeId(String value) {
    /** The id, where the gateway tells one. */
    public static @Nullable ChargeId orNull(@Nullable String value) {
        return value == null ? null : new ChargeId(value);
    }

    /** What is kept of an id, where there is one. */
    public static @Nullable String value(@Nullable ChargeId id) {
        return id == null ? null : id.value();
    }

    @Override
    public String toString() {
        return value;
    }
}
