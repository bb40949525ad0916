package com.operatoros.payments.gateway;

import com.operatoros.payments.money.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of the gateway about who really paid, how, and what it cost.
 *
 * @param intentId whose money it is about
 * @param payer who paid; null where the report does not tell
 * @param isTyped whether the payer typed the name and the e-mail on the gateway's page
 * @param method how it was paid; null where the report does not tell
 * @param cost what it cost; null as long as the gateway has not booked it
 * @param presented what the client saw and was charged, where that is another currency than was asked for
 */
public record PayerReport(
        IntentId intentId,
        @Nullable Payer payer,
        boolean isTyped,
        @Nullable Method method,
        @Nullable Cost cost,
        @Nullable Amount presented) {

    /** Who paid. */
    public record Payer(@Nullable String name, @Nullable String email) {}

    /**
     * How it was paid.
     *
     * @param type the gateway's code: {@code card}, {@code sepa_debit} …
     * @param brand of a card, or the bank
     * @param wallet the gateway's code of the one that holds the card: {@code apple_pay}, {@code google_pay} …
     */
    public record Method(
            String type,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable String wallet) {}

    /**
     * What the gateway keeps of it, in the currency in which it pays out.
     *
     * @param bookedAt when it was booked
     * @param availableOn when it can be paid out
     */
    public record Cost(
            Amount fee,
            Amount net,
            Instant bookedAt,
            @Nullable Instant availableOn) {}
}
