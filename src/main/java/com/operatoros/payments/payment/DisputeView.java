package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dispute of a payment that matters most.
 *
 * @param reason the gateway's code
 * @param evidenceDue until when the bank takes evidence
 */
public record DisputeView(
        DisputeState state,
        String reason,
        Money amount,
        @Nullable Instant evidenceDue) {}
