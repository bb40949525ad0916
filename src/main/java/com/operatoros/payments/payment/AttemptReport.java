package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway says about one attempt to pay.
 *
 * @param attemptId identifies the attempt: the charge, else the session, else the intent; a failure of which no charge
 *     is known has an id of its own, so that it stands in the way of nothing that follows
 * @param intentId whose money it is: several attempts of one intent are paid once
 * @param amountMinor in minor units of {@code currency}, which need not be one that we bill in
 * @param at the gateway's time, never the time of arrival
 * @param failure the reason of a failed attempt; null where the report does not tell it
 */
public record AttemptReport(
        AttemptState state,
        String attemptId,
        String intentId,
        long amountMinor,
        String currency,
        Instant at,
        @Nullable Failure failure) {

    boolean brings(Money asked) {
        return amountMinor == asked.minor() && currency.equals(asked.currency().code());
    }

    /** The money of an invoice; without a known intent it is known by the invoice itself. */
    static AttemptReport ofInvoice(StripeIds ids, long amountMinor, String currency, Instant at) {
        String intent = ids.paymentIntent();
        String key = intent == null ? String.valueOf(ids.invoice()) : intent;
        return new AttemptReport(AttemptState.PAID, key, key, amountMinor, currency, at, null);
    }
}
