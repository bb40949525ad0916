package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;

/** What Stripe answers when an object was deleted. */
final class Removed {

    private Removed() {}

    static JsonObject answer(JsonObject object) {
        JsonObject answer = new JsonObject();
        answer.add("id", object.get("id"));
        answer.add("object", object.get("object"));
        answer.addProperty("deleted", true);
        return answer;
    }
}
