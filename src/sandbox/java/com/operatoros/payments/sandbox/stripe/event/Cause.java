package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** The API request behind an event, as in its field {@code request}. */
public record Cause(@Nullable String requestId, @Nullable String idempotencyKey) {

    /** What no API request caused: a payer, a bank, the clock. */
    public static final Cause OUTSIDE = new Cause(null, null);

    JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("id", requestId);
        json.addProperty("idempotency_key", idempotencyKey);
        return json;
    }
}
