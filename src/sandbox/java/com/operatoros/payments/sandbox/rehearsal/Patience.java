package com.operatoros.payments.sandbox.rehearsal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The patience with which a story waits for what must come about.
 *
 * @param limit for each thing that is waited for
 */
record Patience(Duration limit) {

    private static final Duration GLANCE = Duration.ofMillis(50);

    /** What is waited for. */
    interface Sight {
        boolean isThere() throws StoryFailed;
    }

    /** Waits for something; if it never is there, that is the trouble. */
    void see(Sight wanted, Trouble otherwise) throws StoryFailed {
        long end = System.nanoTime() + limit.toNanos();
        while (!wanted.isThere()) {
            if (System.nanoTime() - end > 0) {
                throw new StoryFailed(otherwise);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
