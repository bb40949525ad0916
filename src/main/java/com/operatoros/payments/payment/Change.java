package com.operatoros.payments.payment;

import java.util.EnumSet;
import java.util.Set;

/**
 * A change that a report made to a payment, if it made any.
 *
 * @param isNews false when the report told nothing that was not known
 * @param isMoney whether it told of money of which nothing was known before
 * @param raised what a person should look at now
 */
public record Change(PaymentStatus from, PaymentStatus to, boolean isNews, boolean isMoney, Set<Attention> raised) {

    public boolean isMove() {
        return from != to;
    }

    /** The same, with more that a person should look at. */
    Change raising(Set<Attention> more) {
        Set<Attention> all = EnumSet.noneOf(Attention.class);
        all.addAll(raised);
        all.addAll(more);
        return new Change(from, to, isNews, isMoney, all);
    }
}
