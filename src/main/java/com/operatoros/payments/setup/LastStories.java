package com.operatoros.payments.setup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps how the stories went that were played last on this server. */
@ApplicationScoped
class LastStories {

    private final AtomicBoolean isOn = new AtomicBoolean();
    private volatile List<StoryResult> results = List.of();

    /** Says whether they may be played now; whoever asks meanwhile is not kept waiting. */
    boolean begin() {
        return isOn.compareAndSet(false, true);
    }

    void end() {
        isOn.set(false);
    }

    void were(List<StoryResult> played) {
        results = List.copyOf(played);
    }

    /** Empty when there were none. */
    List<StoryResult> results() {
        return results;
    }
}
