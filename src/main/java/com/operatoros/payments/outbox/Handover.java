package com.operatoros.payments.outbox;

import com.operatoros.payments.text.Message;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An end of a try to hand something over.
 *
 * @param reason why, if the receiver has not taken it
 * @param wish how long the receiver asks us to wait at least
 */
public record Handover(Kind kind, @Nullable Message reason, Duration wish) {

    /** What it means. Whoever acts on it does so by a switch expression, so that no kind is forgotten. */
    public enum Kind {
        /** The receiver has it, which counts whoever holds the lease by now. */
        TAKEN,
        /** Trouble that may pass. */
        LATER,
        /** The receiver will never take it. */
        REFUSED,
        /** There is no use in it any more. */
        POINTLESS
    }

    public static Handover taken() {
        return new Handover(Kind.TAKEN, null, Duration.ZERO);
    }

    public static Handover later(Message reason, Duration wish) {
        return new Handover(Kind.LATER, reason, wish);
    }

    public static Handover later(Message reason) {
        return later(reason, Duration.ZERO);
    }

    public static Handover refused(Message reason) {
        return new Handover(Kind.REFUSED, reason, Duration.ZERO);
    }

    public static Handover pointless(Message reason) {
        return new Handover(Kind.POINTLESS, reason, Duration.ZERO);
    }

    public boolean isTaken() {
        return kind == Kind.TAKEN;
    }
}
