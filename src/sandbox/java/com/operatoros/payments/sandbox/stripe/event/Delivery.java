package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.ArrayList;
import java.util.List;

/** The delivery of one event to one webhook endpoint, with all its attempts. */
public record Delivery(String event, String endpoint, long created, State state, List<Attempt> attempts) {

    /** How far it is. */
    public enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    static Delivery planned(String event, String endpoint, long created) {
        return new Delivery(event, endpoint, created, State.PENDING, List.of());
    }

    /** The same, given up unless somebody asks for it again. */
    Delivery failed() {
        return new Delivery(event, endpoint, created, State.FAILED, attempts);
    }

    static String id(String event, String endpoint) {
        return event + ":" + endpoint;
    }

    String id() {
        return id(event, endpoint);
    }

    /** With one attempt more; once delivered, a later failure does not undo it. */
    Delivery after(Attempt attempt, boolean isLast) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.add(attempt);
        if (state == State.DELIVERED || attempt.isDelivered()) {
            return new Delivery(event, endpoint, created, State.DELIVERED, all);
        }
        return new Delivery(event, endpoint, created, isLast ? State.FAILED : state, all);
    }

    JsonObject toJson() {
        JsonArray tries = new JsonArray();
        attempts.forEach(attempt -> tries.add(attempt.toJson()));
        JsonObject json = new JsonObject();
        json.addProperty("id", id());
        json.addProperty("event", event);
        json.addProperty("endpoint", endpoint);
        json.addProperty("created", created);
        json.addProperty("state", state.name());
        json.add("attempts", tries);
        return json;
    }

    static Delivery fromJson(JsonObject json) {
        List<Attempt> attempts = new ArrayList<>();
        for (JsonElement attempt : json.getAsJsonArray("attempts")) {
            attempts.add(Attempt.fromJson(attempt.getAsJsonObject()));
        }
        return new Delivery(
                Json.requiredText(json, "event"),
                Json.requiredText(json, "endpoint"),
                json.get("created").getAsLong(),
                State.valueOf(Json.requiredText(json, "state")),
                attempts);
    }
}
