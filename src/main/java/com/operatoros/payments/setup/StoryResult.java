package com.operatoros.payments.setup;

import com.operatoros.payments.text.Message;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A story that the sandbox has played, and how it went.
 *
 * @param story a part of the key of its name
 * @param trouble what was not as it should be; null when it passed
 * @param payment the payment that was played with; null when there is none
 */
public record StoryResult(
        String story,
        Duration duration,
        @Nullable Message trouble,
        @Nullable UUID payment) {

    public boolean isPassed() {
        return trouble == null;
    }
}
