package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.Optional;

/** What banks and Stripe suspect of a payment before anybody disputes it: early fraud warnings and reviews. */
public final class Radar {

    private final Store store;
    private final Clock clock;
    private final Events events;

    /** Suspicions in this store. */
    public Radar(Store store, Clock clock, Events events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** The payer's bank warns of a charge. */
    public JsonObject warn(JsonObject charge) {
        JsonObject warning = about(charge, Kind.EARLY_FRAUD_WARNING);
        return put(Kind.EARLY_FRAUD_WARNING, warning, "radar.early_fraud_warning.created");
    }

    /** A rule wants a person to look at a charge. */
    public JsonObject open(JsonObject charge) {
        return put(Kind.REVIEW, about(charge, Kind.REVIEW), "review.opened");
    }

    /** A person has looked at the charge; empty when no review of it is open. */
    public Optional<JsonObject> approve(JsonObject charge) {
        return openReview(charge).map(review -> {
            review.addProperty("closed_reason", "approved");
            review.addProperty("open", false);
            review.addProperty("reason", "approved");
            return put(Kind.REVIEW, review, "review.closed");
        });
    }

    /** The review of a charge that nobody has decided yet. */
    public Optional<JsonObject> openReview(JsonObject charge) {
        String id = Json.requiredText(charge, "id");
        return store
                .newestFirst(Kind.REVIEW, review -> Json.isTrue(review, "open") && Json.has(review, "charge", id), 1)
                .stream()
                .findFirst();
    }

    private JsonObject about(JsonObject charge, Kind kind) {
        JsonObject suspicion = Shape.blank(kind);
        suspicion.add("charge", charge.get("id"));
        suspicion.addProperty("created", clock.instant().getEpochSecond());
        suspicion.add("payment_intent", charge.get("payment_intent"));
        return suspicion;
    }

    private JsonObject put(Kind kind, JsonObject suspicion, String event) {
        return store.change(() -> {
            store.put(kind, suspicion);
            events.emit(event, suspicion, Cause.OUTSIDE);
            return suspicion;
        });
    }
}
