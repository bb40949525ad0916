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
 */
public record AttemptReport(
        AttemptState state,
        String attemptId,
        IntentId intentId,
        Amount amount,
        Instant at,
        @Nullable Failure failure) {

    /** What the ids of money that no intent of the gateway brought end with. */
    public static final String OUTSIDE = ":outside";

    /** Whether it is just what was asked for. */
    public boolean brings(Money asked) {
        return amount.equals(asked.amount());
    }

    /**
     * Somebody says that the client has paid elsewhere: no intent of the gateway brings this money.
     *
     * @param of tells it apart from every other
     */
    public static AttemptReport outside(String of, Amount amount, Instant at) {
        String id = of + OUTSIDE;
        return new AttemptReport(AttemptState.PAID, id, new IntentId(id), amount, at, null);
    }
}
