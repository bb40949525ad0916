package com.operatoros.payments.webhook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filter that tells which events are wanted; what is null is not asked for.
 *
 * @param before only those older than the one of this id
 */
public record EventFilter(
        @Nullable EventOutcome outcome,
        @Nullable String type,
        @Nullable UUID paymentId,
        @Nullable String before) {}
