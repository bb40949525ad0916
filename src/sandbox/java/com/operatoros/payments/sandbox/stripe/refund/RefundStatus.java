package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a refund stands. */
public enum RefundStatus {
    PENDING,
    /** The payer was asked for a bank account. */
    REQUIRES_ACTION,
    SUCCEEDED,
    FAILED,
    CANCELED;

    /** The status of this refund. */
    public static RefundStatus of(JsonObject refund) {
        return named(Json.requiredText(refund, "status")).orElseThrow();
    }

    /** The one that Stripe calls so. */
    public static Optional<RefundStatus> named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(name))
                .findFirst();
    }

    /** Whether the money is back with us. */
    boolean isBack() {
        return this == FAILED || this == CANCELED;
    }

    /** Whether it can become that next; what seemed to have arrived can still come back. */
    public boolean canBecome(RefundStatus next) {
        return switch (this) {
            case PENDING, REQUIRES_ACTION -> next != this;
            case SUCCEEDED -> next.isBack();
            case FAILED, CANCELED -> false;
        };
    }

    /** Its name at Stripe. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
