package com.operatoros.payments.stripe;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes on Stripe's objects whose they are, for their events and for people who look at them, and reads it again. */
final class Metadata {

    static final String PAYMENT_ID = "operatoros_payment_id";
    static final String REFERENCE = "operatoros_reference";

    private static final String PROJECT = "operatoros_project";
    private static final String DESCRIPTION = "operatoros_description";
    private static final int LONGEST_VALUE = 500;

    private Metadata() {}

    static Map<String, String> of(UUID paymentId, String reference, String projectName, String description) {
        return Map.of(
                PAYMENT_ID,
                paymentId.toString(),
                REFERENCE,
                reference,
                PROJECT,
                StripeText.cut(projectName, LONGEST_VALUE),
                DESCRIPTION,
                StripeText.cut(description, LONGEST_VALUE));
    }

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

    static boolean isOf(@Nullable Map<String, String> metadata, UUID paymentId) {
        return findPaymentId(metadata).equals(Optional.of(paymentId));
    }
}
