package com.operatoros.payments.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of all in which our records and Stripe's differ, and how far it can be trusted.
 *
 * @param lastSweep when the last whole sweep ended; null before the first one
 * @param trouble why the latest sweep could not ask everything; null when it could
 */
public record DriftReport(
        @Nullable Instant lastSweep, @Nullable String trouble, List<DriftItem> items) {}
