package com.operatoros.payments.sandbox.stripe.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a failed delivery is tried again: soon at first, then each minute, and not after an hour. */
final class Backoff {

    private static final int[] SECONDS = {1, 2, 5, 10, 30, 60};
    private static final Duration LONGEST = Duration.ofHours(1);

    private Backoff() {}

    /** The wait after so many failed attempts; empty when it is time to give up. */
    static Optional<Duration> next(int failedAttempts, long created, Instant now) {
        Duration wait = Duration.ofSeconds(SECONDS[Math.min(failedAttempts, SECONDS.length) - 1]);
        Instant end = Instant.ofEpochSecond(created).plus(LONGEST);
        return now.plus(wait).isAfter(end) ? Optional.empty() : Optional.of(wait);
    }
}
