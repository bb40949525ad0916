package com.operatoros.payments.chaos;

import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import com.operatoros.payments.sandbox.stripe.fault.ArmedFault;
import com.operatoros.payments.sandbox.stripe.fault.Fault;
import com.operatoros.payments.sandbox.stripe.fault.FaultKind;
import com.operatoros.payments.support.Eventually;
import java.util.Optional;

/** Lets calls of Stripe fail or wait. */
final class StripeTrouble {

    private static final int MANY = 1_000;

    private final StripeSandbox stripe;

    StripeTrouble(StripeSandbox stripe) {
        this.stripe = stripe;
    }

    /** The next call whose path ends so fails. */
    void strike(String method, String path, FaultKind kind, CallPhase moment) {
        stripe.faults().arm(new ArmedFault(new Fault(method, path, kind, moment.isAfter()), 1));
    }

    /** The next call whose path ends so gets no answer until {@link #end}. */
    void hold(String method, String path, CallPhase moment) {
        strike(method, path, FaultKind.TIMEOUT, moment);
    }

    /** The next thousand calls have no effect and no answer. */
    void fallSilent() {
        stripe.faults().arm(new ArmedFault(new Fault(null, "", FaultKind.RESET, false), MANY));
    }

    /** Waits until the call has arrived. */
    void awaitCall() {
        Eventually.get(() -> stripe.faults().armed().isEmpty() ? Optional.of(this) : Optional.empty());
    }

    void end() {
        stripe.faults().clear();
    }
}
