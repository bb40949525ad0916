package com.operatoros.payments.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An origin of something that happens to a payment: who did it, how it became known, and on what evidence.
 *
 * @param actor who did it: the admin's name, {@code stripe} or {@code sweep}
 * @param evidence what it rests on: the id of an event or of an object
 * @param at when it became known to us
 * @param origin how it became known
 */
public record Provenance(String actor, @Nullable String evidence, Instant at, Origin origin) {

    /** How something became known. */
    public enum Origin {
        /** Somebody told us, or did it here. */
        TOLD,
        /** We asked the gateway, since an event had left something open. */
        ASKED,
        /** We asked the gateway, since nothing had told us. */
        SWEPT
    }

    /** The gateway said so, by an event or in its answer. */
    public static Provenance gateway(@Nullable String evidence, Instant at) {
        return new Provenance("stripe", evidence, at, Origin.TOLD);
    }

    /** The gateway said so when it was asked what an event had left open. */
    public static Provenance answer(String eventId, Instant at) {
        return new Provenance("stripe", eventId, at, Origin.ASKED);
    }

    /** We asked the gateway and found what no event had told us. */
    public static Provenance sweep(@Nullable String evidence, Instant at) {
        return new Provenance("sweep", evidence, at, Origin.SWEPT);
    }

    static Provenance admin(String name, Instant at) {
        return admin(name, null, at);
    }

    static Provenance admin(String name, @Nullable String evidence, Instant at) {
        return new Provenance(name, evidence, at, Origin.TOLD);
    }

    /** Whether it is told as found without a webhook. */
    public boolean isRecovery() {
        return origin == Origin.SWEPT;
    }

    /** Whether what is known already leaves no trace: asking again is no event. */
    boolean isSilent() {
        return origin != Origin.TOLD;
    }
}
