package com.operatoros.payments.sandbox.rehearsal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Plays payers and troubles on the controls of the Stripe-shaped server. */
final class SandboxControls {

    private static final String WEBHOOKS = "/_sandbox/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final JsonCalls calls;

    SandboxControls(URI base) {
        calls = new JsonCalls(base, Map.of(), PATIENCE);
    }

    /** Pays a link or an invoice with a card. */
    void pay(String id, String card) throws StoryFailed {
        JsonObject payment = new JsonObject();
        payment.addProperty("id", id);
        payment.addProperty("card", card);
        asked(() -> calls.post("/_sandbox/pay", payment));
    }

    /** Sets how events are delivered from now on. */
    void webhooks(String mode) throws StoryFailed {
        JsonObject webhooks = new JsonObject();
        webhooks.addProperty("mode", mode);
        asked(() -> calls.post(WEBHOOKS, webhooks));
    }

    /** How often an event has arrived and was taken. */
    long arrivals(String event) throws StoryFailed {
        return objects(asked(() -> calls.get(WEBHOOKS)), "data")
                .filter(row -> Json.has(row, "id", event))
                .flatMap(row -> objects(row, "deliveries"))
                .filter(delivery -> Json.has(delivery, "status", Integer.toString(OK)))
                .count();
    }

    private static Stream<JsonObject> objects(JsonObject json, String field) {
        return StreamSupport.stream(json.getAsJsonArray(field).spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private interface Call {
        JsonCalls.Answer send() throws IOException, StoryFailed;
    }

    private static JsonObject asked(Call call) throws StoryFailed {
        try {
            JsonCalls.Answer answer = call.send();
            if (answer.status() != OK) {
                throw new StoryFailed(Trouble.SANDBOX_REFUSED, Integer.toString(answer.status()));
            }
            return answer.json();
        } catch (IOException e) {
            throw new StoryFailed(Trouble.SANDBOX_SILENT);
        }
    }
}
