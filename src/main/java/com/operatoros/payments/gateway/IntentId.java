package com.operatoros.payments.gateway;

import org.jspecify.annotations.Nullable;

/** The gateway's id of a payment intent: whose money it is. */
public record IntentId(String value) {
    /** The id, where the gateway tells one. */
    public static @Nullable IntentId orNull(@Nullable String value) {
        return value == null ? null : new IntentId(value);
    }

    /** What is kept of an id, where there is one. */
    public static @Nullable String value(@Nullable IntentId id) {
        return id == null ? null : id.value();
    }

    @Override
    public String toString() {
        return value;
    }
}
