package com.operatoros.payments.gateway;

import com.operatoros.payments.money.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of the gateway about one refund.
 *
 * @param intentId whose money goes back, where the gateway says so
 * @param reason the gateway's code of why it was made
 * @param failureReason the gateway's code of why it failed
 * @param madeAt when it was made, by the gateway's clock
 * @param toldAt as of when the gateway says so: its latest word counts
 */
public record RefundReport(
        String refundId,
        @Nullable IntentId intentId,
        @Nullable ChargeId chargeId,
        Amount amount,
        RefundState state,
        @Nullable String reason,
        @Nullable String failureReason,
        Instant madeAt,
        Instant toldAt) {

    /** The same, with the admin's own words where the gateway has none. */
    public RefundReport because(@Nullable String words) {
        String why = reason == null ? words : reason;
        return new RefundReport(refundId, intentId, chargeId, amount, state, why, failureReason, madeAt, toldAt);
    }
}
