package com.operatoros.payments.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about one dispute.
 *
 * @param intentId whose money is disputed, where the gateway says so
 * @param amountMinor in minor units of {@code currency}
 * @param reason the gateway's code of why the client's bank disputes it
 * @param evidenceDue until when the bank takes evidence; null when it takes none
 * @param at when it was opened, by the gateway's clock
 */
public record DisputeReport(
        String disputeId,
        @Nullable String intentId,
        @Nullable String chargeId,
        long amountMinor,
        String currency,
        DisputeState state,
        String reason,
        @Nullable Instant evidenceDue,
        Instant at) {}
