package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Charges;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Refunds whose end is known some seconds later only (rule SG5). */
public final class DelayedRefunds {

    private static final Duration DELAY = Duration.ofSeconds(2);

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final Charges charges;

    /** Delayed refunds of these charges. */
    public DelayedRefunds(Store store, Clock clock, Events events, Charges charges) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.charges = charges;
    }

    /** Plans the end of a new refund. */
    void plan(JsonObject refund, Course course) {
        if (course.isTimed()) {
            JsonObject note = new JsonObject();
            note.add("id", refund.get("id"));
            note.addProperty("course", course.name());
            note.addProperty("due", clock.instant().plus(DELAY).toEpochMilli());
            store.put(Kind.REFUND_COURSE, note);
        }
    }

    /** Ends those whose time has come. */
    public void endDue() {
        long now = clock.instant().toEpochMilli();
        store.change(() -> store.newestFirst(
                        Kind.REFUND_COURSE, note -> note.get("due").getAsLong() <= now)
                .forEach(note -> end(
                        store.get(Kind.REFUND, Json.requiredText(note, "id")),
                        Json.has(note, "course", Course.FAILS_LATER.name()))));
    }

    /** Ends one now, as the bank says; empty when it has come to an end that cannot be changed any more. */
    public Optional<JsonObject> settle(String id, boolean fails) {
        return store.find(Kind.REFUND, id)
                .filter(refund ->
                        Json.has(refund, "status", "pending") || (fails && Json.has(refund, "status", "succeeded")))
                .map(refund -> store.change(() -> end(refund, fails)));
    }

    private JsonObject end(JsonObject refund, boolean fails) {
        JsonObject before = refund.deepCopy();
        refund.addProperty("status", fails ? "failed" : "succeeded");
        if (fails) {
            refund.addProperty("failure_reason", "expired_or_canceled_card");
            refund.addProperty("failure_balance_transaction", charges.keep(refund));
        }
        store.put(Kind.REFUND, refund);
        store.remove(Kind.REFUND_COURSE, Json.requiredText(refund, "id"));
        if (fails) {
            events.emit("refund.failed", refund, Cause.OUTSIDE);
        }
        events.emitChange("refund.updated", before, refund, Cause.OUTSIDE);
        return refund;
    }
}
