package com.operatoros.payments.mail;

import java.time.Duration;
import java.util.List;

/** When a mail is tried again after trouble that may pass (rule M4). */
final class RetryPolicy {

    /** Mail servers themselves give up after some days. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final List<Integer> PAUSES = List.of(2, 5, 10, 20, 30, 60, 120, 300);

    private RetryPolicy() {}

    /** The pause after an attempt that has failed; the first attempt is 1. */
    static Duration pause(int attempt) {
        int index = Math.min(Math.max(attempt, 1), PAUSES.size()) - 1;
        return Duration.ofSeconds(PAUSES.get(index));
    }
}
