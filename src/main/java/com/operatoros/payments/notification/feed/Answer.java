package com.operatoros.payments.notification.feed;

import java.time.Duration;

/** How an attempt to post a notification has ended. */
sealed interface Answer {

    /** The receiver has it. */
    record Taken() implements Answer {}

    /**
     * Trouble that may pass.
     *
     * @param wish how long the receiver asks us to wait at least
     */
    record NotTaken(String reason, Duration wish) implements Answer {

        NotTaken(String reason) {
            this(reason, Duration.ZERO);
        }
    }
}
