package com.operatoros.payments.gateway;

import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of the gateway about one attempt to pay.
 *
 * @param attemptId identifies the attempt: the charge, else the session, else the intent; a failure of which no charge
 *     is known has an id of its own, so that it stands in the way of nothing that follows
 * @param intentId whose money it is: several attempts of one intent are paid once
 * @param amount need not be in a currency that we bill in
 * @param at the gateway's time, never the time of arrival
 * @param failure the reason of a failed attempt; null where the report does not tell it
 * @param isWhole whether it is the sum of an invoice, whose money its intents may tell as well
 */
public record AttemptReport(
        AttemptState state,
        String attemptId,
        IntentId intentId,
        Amount amount,
        Instant at,
        @Nullable Failure failure,
        boolean isWhole) {

    /** What the ids of money that no intent of the gateway brought end with. */
    public static final String OUTSIDE = ":outside";

    /** A report about one attempt. */
    public AttemptReport(
            AttemptState state,
            String attemptId,
            IntentId intentId,
            Amount amount,
            Instant at,
            @Nullable Failure failure) {
        this(state, attemptId, intentId, amount, at, failure, false);
    }

    /** Whether it is just what was asked for. */
    public boolean brings(Money asked) {
        return amount.equals(asked.amount());
    }

    /** An invoice says that it is paid; it does not tell by which intents. */
    public static AttemptReport ofInvoice(InvoiceId invoice, Amount amount, Instant at) {
        return new AttemptReport(
                AttemptState.PAID, invoice.value(), new IntentId(invoice.value()), amount, at, null, true);
    }

    /** The admin says that the client has paid elsewhere: no intent of the gateway brings this money. */
    public static AttemptReport outside(InvoiceId invoice, Money rest, Instant at) {
        String id = invoice.value() + OUTSIDE;
        return new AttemptReport(AttemptState.PAID, id, new IntentId(id), rest.amount(), at, null);
    }
}
