package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast we only ask (rule S5). */
class RateLimitTest {

    @Test
    void calls_are_a_twentieth_of_a_second_apart() {
        RateLimit limit = new RateLimit();
        long begun = System.nanoTime();

        for (int call = 0; call < 5; call++) {
            limit.await();
        }

        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        // The first one need not wait; the limit was there a moment before the time was taken.
        assertTrue(taken.compareTo(Duration.ofMillis(3 * 50)) >= 0, taken::toString);
    }
}
