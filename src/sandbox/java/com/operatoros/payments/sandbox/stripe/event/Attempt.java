package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try to deliver an event; status 0 means that there was no answer, and the problem says why. */
public record Attempt(Instant at, int status, @Nullable String problem) {

    /** Whether the endpoint took it. */
    public boolean isDelivered() {
        return status >= 200 && status < 300;
    }

    /** As the controls show it. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("at", at.toString());
        json.addProperty("status", status);
        if (problem != null) {
            json.addProperty("problem", problem);
        }
        return json;
    }

    static Attempt fromJson(JsonObject json) {
        return new Attempt(
                Instant.parse(Json.requiredText(json, "at")),
                json.get("status").getAsInt(),
                Json.text(json, "problem").orElse(null));
    }
}
