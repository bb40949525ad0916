package com.operatoros.payments.payment;

import java.util.List;
import java.util.function.Supplier;

/**
 * A fact of a payment, whose state only moves forward.
 *
 * @param <R> what the gateway reports about it
 */
interface Fact<R> {
    /** The gateway's id of what it is about. */
    String id();

    /** Moves forward to what a report says; whether that is news. A report of a state already passed changes nothing. */
    boolean advance(R report);

    /** Takes a report about the fact of this id, which may be the first one; whether that is news. */
    static <R, F extends Fact<R>> boolean take(List<F> known, String id, R report, Supplier<F> first) {
        for (F fact : known) {
            if (fact.id().equals(id)) {
                return fact.advance(report);
            }
        }
        known.add(first.get());
        return true;
    }
}
