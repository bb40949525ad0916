package com.operatoros.payments.stripe;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we write on Stripe's objects so that their events tell whose they are. */
final class Metadata {

    static final String PAYMENT_ID = "operatoros_payment_id";
    static final String REFERENCE = "operatoros_reference";

    private Metadata() {}

    /** The payment that an object names; a value that is no id of ours names none. */
    static Optional<UUID> findPaymentId(@Nullable Map<String, String> metadata) {
        String value = metadata == null ? null : metadata.get(PAYMENT_ID);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
