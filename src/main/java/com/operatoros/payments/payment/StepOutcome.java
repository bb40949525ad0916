package com.operatoros.payments.payment;

import java.time.Duration;

/** What came of asking the gateway for one step of an operation. */
public sealed interface StepOutcome {

    /** It is done, now or by an earlier call. */
    record Done(Learnt learnt) implements StepOutcome {}

    /** Looked up, and there is nothing of it. */
    record NotDone() implements StepOutcome {}

    /** The gateway refused for good: repeating the request can't help. */
    record Refused(Failure failure) implements StepOutcome {}

    /**
     * Nobody knows whether it is done; the same request with the same key will tell.
     *
     * @param trust whether the key can still be trusted to tell
     * @param pause how long the gateway wants to be left alone; zero when it does not say
     */
    record Unknown(String reason, KeyTrust trust, Duration pause) implements StepOutcome {}

    /** What an answer says about its idempotency key. */
    enum KeyTrust {
        /** Send it again. */
        FULL,
        /** The gateway failed, and may have stored that failure under the key. */
        SHAKEN,
        /** The gateway does not take it any more. */
        LOST
    }

    /** Nothing is known but the reason, and the same call may be made again. */
    static Unknown unknown(String reason) {
        return new Unknown(reason, KeyTrust.FULL, Duration.ZERO);
    }
}
