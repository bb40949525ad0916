package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.money.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A look at the dispute of a payment that matters most.
 *
 * @param reason the gateway's code
 * @param amount in the currency of the client's bank, which need not be that of the payment
 * @param evidenceDue until when the bank takes evidence
 */
public record DisputeView(
        DisputeState state,
        String reason,
        Amount amount,
        @Nullable Instant evidenceDue) {}
