package com.operatoros.payments.gateway;

import com.operatoros.payments.money.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of the gateway about one dispute.
 *
 * @param intentId whose money is disputed, where the gateway says so
 * @param reason the gateway's code of why the client's bank disputes it
 * @param evidenceDue until when the bank takes evidence; null when it takes none
 * @param openedAt when it was opened, by the gateway's clock
 * @param toldAt as of when the gateway says so: banks change their minds in both directions, and its latest word counts
 */
public record DisputeReport(
        String disputeId,
        @Nullable IntentId intentId,
        @Nullable ChargeId chargeId,
        Amount amount,
        DisputeState state,
        String reason,
        @Nullable Instant evidenceDue,
        Instant openedAt,
        Instant toldAt) {}
