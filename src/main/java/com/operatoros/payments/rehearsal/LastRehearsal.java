package com.operatoros.payments.rehearsal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** How the last rehearsal on this server went. */
@ApplicationScoped
public class LastRehearsal {

    private final AtomicBoolean isOn = new AtomicBoolean();
    private volatile List<Take> takes = List.of();

    /** Two at once would take the troubles of one another for their own. */
    boolean begin() {
        return isOn.compareAndSet(false, true);
    }

    void end() {
        isOn.set(false);
    }

    void was(List<Take> played) {
        takes = List.copyOf(played);
    }

    /** Empty when there was none. */
    public List<Take> takes() {
        return takes;
    }
}
