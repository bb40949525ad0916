package com.operatoros.payments.rehearsal;

import com.operatoros.payments.text.Words;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a scene went.
 *
 * @param trouble what was not as it should be; null when it passed
 * @param payment the payment that was played with; null when there is none
 */
public record Take(
        Scene scene,
        Duration duration,
        @Nullable Words trouble,
        @Nullable UUID payment) {

    public boolean isPassed() {
        return trouble == null;
    }
}
