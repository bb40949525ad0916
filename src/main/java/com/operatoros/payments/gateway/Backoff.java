package com.operatoros.payments.gateway;

import java.time.Duration;

/** Decides how long to leave the gateway alone after trouble. */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 9;

    private Backoff() {}

    /**
     * The pause after one more failure.
     *
     * @param failures how many there were before
     * @param asked what the gateway asks for; it may make the pause longer, never shorter
     */
    public static Duration pause(int failures, Duration asked) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
        Duration own = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
        return own.compareTo(asked) < 0 ? asked : own;
    }
}
