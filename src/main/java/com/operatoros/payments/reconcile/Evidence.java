package com.operatoros.payments.reconcile;

import com.operatoros.payments.payment.Provenance;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A reason why Stripe is asked, which decides what of its answer is taken.
 *
 * @param eventId the event that could not tell it; null when no event has told anything
 * @param until what happened later is left to the webhook, which is about to tell it
 */
record Evidence(@Nullable String eventId, Instant until) {

    /** All that Stripe says is taken. */
    static Evidence ofObjects() {
        return until(Instant.MAX);
    }

    static Evidence until(Instant until) {
        return new Evidence(null, until);
    }

    static Evidence ofEvent(@Nullable String eventId) {
        return new Evidence(eventId, Instant.MAX);
    }

    /** Whether we asked by ourselves, and not since an event had left something open. */
    boolean isOfObjects() {
        return eventId == null;
    }

    boolean isTooNew(Instant at) {
        return at.isAfter(until);
    }

    /** What an event has left open is no discovery of ours. */
    Provenance provenance(String objectId, Instant now) {
        return eventId == null ? Provenance.sweep(objectId, now) : Provenance.answer(eventId, now);
    }
}
