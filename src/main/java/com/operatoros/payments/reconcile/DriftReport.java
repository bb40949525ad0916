package com.operatoros.payments.reconcile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether our records agree with Stripe's.
 *
 * @param lastSweep when the last whole sweep ended; null before the first one
 * @param trouble why the latest sweep could not ask everything; null when it could
 */
public record DriftReport(
        @Nullable Instant lastSweep, @Nullable String trouble, List<DriftItem> items) {}
