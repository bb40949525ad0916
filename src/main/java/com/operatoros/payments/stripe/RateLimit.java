package com.operatoros.payments.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Keeps what we only ask below the rate that Stripe allows in test mode, so that payments are never slowed down by it. */
@ApplicationScoped
class RateLimit {

    private static final long GAP = Duration.ofSeconds(1).toNanos() / 20;

    private final AtomicLong next = new AtomicLong(System.nanoTime());

    /** Waits for the turn of the next call. */
    void await() {
        long now = System.nanoTime();
        long turn = next.getAndUpdate(planned -> later(planned, now) + GAP);
        long end = later(turn, now);
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
