package com.operatoros.payments.sandbox.stripe.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The faults that are armed; the rules stand in the package's description. */
public final class Faults {

    private final List<ArmedFault> armed = new ArrayList<>();
    private CountDownLatch cleared = new CountDownLatch(1);

    /** Makes the next so many calls fail. */
    public synchronized void arm(ArmedFault fault) {
        armed.add(fault);
    }

    /** What is armed, the oldest first. */
    public synchronized List<ArmedFault> armed() {
        return List.copyOf(armed);
    }

    /** Takes all back and lets go of the calls that are held. */
    public synchronized void clear() {
        armed.clear();
        cleared.countDown();
        cleared = new CountDownLatch(1);
    }

    /** The fault of this call, which is one fault less from now on. */
    public synchronized Optional<TakenFault> take(String method, String path) {
        for (int i = 0; i < armed.size(); i++) {
            ArmedFault candidate = armed.get(i);
            if (candidate.fault().takes(method, path)) {
                use(i, candidate);
                return Optional.of(new TakenFault(candidate.fault(), cleared));
            }
        }
        return Optional.empty();
    }

    private void use(int index, ArmedFault used) {
        if (used.times() == 1) {
            armed.remove(index);
        } else {
            armed.set(index, new ArmedFault(used.fault(), used.times() - 1));
        }
    }
}
