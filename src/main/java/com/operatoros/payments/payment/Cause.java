package com.operatoros.payments.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something happens to a payment.
 *
 * @param actor who did it: the admin's name, or {@code stripe}
 * @param evidence what it rests on: the id of an event or of an object
 * @param at when it became known to us
 */
public record Cause(String actor, @Nullable String evidence, Instant at) {

    /** The gateway said so, by an event or in its answer. */
    public static Cause gateway(@Nullable String evidence, Instant at) {
        return new Cause("stripe", evidence, at);
    }

    static Cause admin(String name, Instant at) {
        return new Cause(name, null, at);
    }
}
