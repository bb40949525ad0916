package com.operatoros.payments.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long each of some things took.
 *
 * @param micros sorted
 */
record Sample(List<Long> micros, Duration duration) {

    static Sample of(Collection<Long> micros, Duration duration) {
        return new Sample(micros.stream().sorted().toList(), duration);
    }

    long perSecond() {
        return micros.size() * TimeUnit.SECONDS.toNanos(1) / Math.max(1, duration.toNanos());
    }

    /** The time that so many of a hundred did not exceed. */
    long micros(int percent) {
        return micros.isEmpty() ? 0 : micros.get(Math.min(micros.size() - 1, micros.size() * percent / 100));
    }
}
