package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** All events: makes them, keeps them, shows them. */
public final class Events {

    private final Store store;
    private final Clock clock;
    private final Deliveries deliveries;

    /** Events in this store, handed to these deliveries. */
    public Events(Store store, Clock clock, Deliveries deliveries) {
        this.store = store;
        this.clock = clock;
        this.deliveries = deliveries;
    }

    /** Tells that this happened to the object. */
    public void emit(String type, JsonObject object, Cause cause) {
        JsonObject data = new JsonObject();
        data.add("object", object);
        emitData(type, data, cause);
    }

    /** Tells that the object changed, with the earlier values of what did. */
    public void emitChange(String type, JsonObject before, JsonObject after, Cause cause) {
        JsonObject data = new JsonObject();
        data.add("object", after);
        data.add("previous_attributes", Json.previous(before, after));
        emitData(type, data, cause);
    }

    private void emitData(String type, JsonObject data, Cause cause) {
        store.change(() -> {
            JsonObject event = Shape.blank(Kind.EVENT);
            event.addProperty("type", type);
            event.addProperty("created", clock.instant().getEpochSecond());
            event.add("request", cause.toJson());
            event.add("data", FrozenEvent.freeze(data));
            store.put(Kind.EVENT, event);
            deliveries.plan(event);
        });
    }

    /** One event as the API shows it. */
    public Optional<JsonObject> find(String id) {
        return store.find(Kind.EVENT, id).map(this::show);
    }

    /** The ids of those that fit, newest first; the filter sees only type, time and id. */
    public List<String> ids(Predicate<JsonObject> filter) {
        return store.ids(Kind.EVENT, filter);
    }

    /** Whether each delivery of the event arrived. */
    public boolean isDelivered(JsonObject event) {
        return deliveries.of(Json.requiredText(event, "id")).stream()
                .allMatch(delivery -> delivery.state() == Delivery.State.DELIVERED);
    }

    private JsonObject show(JsonObject event) {
        return FrozenEvent.thaw(event, deliveries.pending(Json.requiredText(event, "id")));
    }
}
