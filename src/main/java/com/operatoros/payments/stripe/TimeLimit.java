package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.CallTerms;

/** Ends a step that needs many calls when its time is over. */
record TimeLimit(long end) {

    /** What was done so far is done; the next try goes on from there. */
    static final CallOutcome UNFINISHED = CallOutcome.unknown("Stripe has too much to tell for one try");

    static TimeLimit of(CallTerms terms) {
        return new TimeLimit(System.nanoTime() + terms.limit().toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end > 0;
    }
}
