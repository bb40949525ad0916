package com.operatoros.payments.reconcile;

import java.time.Duration;
import java.time.Instant;

/**
 * A plan of one sweep: which payments it asks about, what of the answers it takes, and for how long.
 *
 * @param evidence up to when it takes what Stripe says
 * @param openBefore open payments that were asked about later are left out
 * @param endedBefore payments that have come to an end, do not differ and were asked about later are left out
 * @param createdBefore payments that were made later and never asked about are left out
 * @param deadline when it ends, so that the next one can read events; what it did not reach comes first then
 */
record SweepPlan(Evidence evidence, Instant openBefore, Instant endedBefore, Instant createdBefore, Instant deadline) {

    /** What is younger is just arriving. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private static final Duration BUDGET = Duration.ofMinutes(4);
    /** Pressing the button again and again does not ask about everything each time. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    static SweepPlan scheduled(Instant now) {
        return new SweepPlan(
                Evidence.until(now.minus(ON_ITS_WAY)),
                now.minus(HOUR),
                now.minus(DAY),
                now.minus(HOUR),
                now.plus(BUDGET));
    }

    /** What happened while nobody was there has been missed; what happens from now on is told. */
    static SweepPlan atStart(Instant now) {
        return new SweepPlan(Evidence.until(now), now, now.minus(HOUR), now, now.plus(BUDGET));
    }

    static SweepPlan onDemand(Instant now) {
        return new SweepPlan(Evidence.ofObjects(), now, now.minus(JUST_NOW), now, Instant.MAX);
    }
}
