package com.operatoros.payments.outbox;

import java.time.Duration;
import java.util.List;

/** Decides when something is tried again after trouble that may pass, and when it is given up (rule X4). */
final class RetryPolicy {

    /** Mail servers themselves give up after some days. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** A receiver that asks for more is asked again all the same. */
    static final Duration LONGEST_WISH = Duration.ofHours(1);

    private static final List<Integer> PAUSES = List.of(2, 5, 10, 20, 30, 60, 120, 300);

    private RetryPolicy() {}

    /**
     * The pause after a failure.
     *
     * @param failures how many there were so far, at least 1
     * @param wish what the receiver asked for
     */
    static Duration pause(int failures, Duration wish) {
        int index = Math.min(Math.max(failures, 1), PAUSES.size()) - 1;
        Duration own = Duration.ofSeconds(PAUSES.get(index));
        Duration asked = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
        return asked.compareTo(own) > 0 ? asked : own;
    }
}
