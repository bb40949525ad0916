package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.operatoros.payments.sandbox.stripe.store.Json;

/** How a snapshot is kept: as text, which takes a fraction of the memory that a tree of its fields does. */
final class FrozenEvent {

    private FrozenEvent() {}

    static JsonPrimitive freeze(JsonObject data) {
        return new JsonPrimitive(Json.compact(data));
    }

    static JsonObject thaw(JsonObject stored, long pendingWebhooks) {
        JsonObject event = stored.deepCopy();
        event.add("data", Json.parse(Json.requiredText(stored, "data")).orElseThrow());
        event.addProperty("pending_webhooks", pendingWebhooks);
        return event;
    }
}
