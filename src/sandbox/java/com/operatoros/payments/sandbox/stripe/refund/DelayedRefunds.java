package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;

/** Refunds whose end is known some seconds later only (rule SG5). */
public final class DelayedRefunds {

    private static final Duration DELAY = Duration.ofSeconds(2);

    private final Store store;
    private final Clock clock;
    private final RefundMoves moves;

    /** Delayed refunds that move like this. */
    public DelayedRefunds(Store store, Clock clock, RefundMoves moves) {
        this.store = store;
        this.clock = clock;
        this.moves = moves;
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

    private static RefundStatus end(JsonObject note) {
        return Json.has(note, "course", Course.FAILS_LATER.name()) ? RefundStatus.FAILED : RefundStatus.SUCCEEDED;
    }

    /** Ends those whose time has come. */
    public void endDue() {
        long now = clock.instant().toEpochMilli();
        store.change(() -> store.newestFirst(
                        Kind.REFUND_COURSE, note -> note.get("due").getAsLong() <= now)
                .forEach(note ->
                        moves.move(store.get(Kind.REFUND, Json.requiredText(note, "id")), end(note), Cause.OUTSIDE)));
    }
}
