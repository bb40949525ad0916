package com.operatoros.payments.gateway;

import org.jspecify.annotations.Nullable;

/** The gateway's id of an invoice. */
public record InvoiceId(String value) {
    /** The id, where the gateway tells one. */
    public static @Nullable InvoiceId orNull(@Nullable String value) {
        return value == null ? null : new InvoiceId(value);
    }

    /** What is kept of an id, where there is one. */
    public static @Nullable String value(@Nullable InvoiceId id) {
        return id == null ? null : id.value();
    }

    @Override
    public String toString() {
        return value;
    }
}
