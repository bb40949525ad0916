package com.operatoros.payments.sandbox.stripe.fault;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The fault of one call. */
public final class TakenFault {

    private static final Duration HELD = Duration.ofSeconds(30);

    private final Fault fault;
    private final CountDownLatch cleared;

    TakenFault(Fault fault, CountDownLatch cleared) {
        this.fault = fault;
        this.cleared = cleared;
    }

    /** How the call fails. */
    public FaultKind kind() {
        return fault.kind();
    }

    /** Whether the call has its effect first. */
    public boolean isAfterEffect() {
        return fault.afterEffect();
    }

    /** Waits out a timeout; true when it ended early because the faults were cleared or the sandbox stops. */
    public boolean hold() {
        try {
            return cleared.await(HELD.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
