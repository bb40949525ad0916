package com.operatoros.payments.payment;

import java.util.Set;

/**
 * What a report did to a payment.
 *
 * @param isNews false when the report told nothing that was not known
 * @param isMoney whether it told of money of which nothing was known before
 * @param raised what a person should look at now
 */
public record Change(PaymentStatus from, PaymentStatus to, boolean isNews, boolean isMoney, Set<Attention> raised) {

    public boolean isMove() {
        return from != to;
    }
}
