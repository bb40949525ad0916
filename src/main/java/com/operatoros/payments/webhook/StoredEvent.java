package com.operatoros.payments.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that was delivered and is kept.
 *
 * @param createdAt when Stripe made it
 * @param receivedAt when it came first
 * @param outcome what came of it; null where that was not kept, in times before
 * @param paymentId the payment that it is about; null when it contradicts itself, or its payment was not found yet
 * @param reference how people call that payment
 * @param error why its effect has failed; null when it has not
 * @param tries how often it was taken
 * @param nextAt when it is tried again; null when it need not be
 * @param isKept whether its text is kept, so that it can be read and taken once more
 */
public record StoredEvent(
        String id,
        String type,
        Instant createdAt,
        Instant receivedAt,
        @Nullable EventOutcome outcome,
        @Nullable UUID paymentId,
        @Nullable String reference,
        @Nullable String error,
        int tries,
        @Nullable Instant nextAt,
        boolean isKept) {}
