package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about one attempt to pay.
 *
 * @param chargeId the charge, where the report names one: it identifies the attempt
 * @param amountMinor in minor units of {@code currency}, which need not be one that we bill in
 * @param at the gateway's time, never the time of arrival
 * @param failure the reason of a failed attempt; null where the report does not tell it
 */
public record AttemptReport(
        AttemptState state,
        String intentId,
        @Nullable String chargeId,
        long amountMinor,
        String currency,
        Instant at,
        @Nullable Failure failure) {

    /** Identifies the attempt: the charge, else the intent. */
    public String attemptId() {
        return chargeId != null ? chargeId : intentId;
    }

    boolean brings(Money asked) {
        return amountMinor == asked.minor() && currency.equals(asked.currency().code());
    }
}
