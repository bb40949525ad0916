package com.operatoros.payments.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that an event left open, claimed by a node that asks Stripe.
 *
 * @param eventId the event that raised it
 * @param reason the type of that event
 * @param fence grows with each claim, so that whoever wakes up late changes nothing
 */
public record OpenQuestion(
        long id, UUID paymentId, @Nullable String eventId, String reason, long fence) {}
