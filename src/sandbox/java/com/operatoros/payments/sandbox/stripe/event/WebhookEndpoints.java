package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where events go: the sandbox's own target, and the endpoints made through the API. */
public final class WebhookEndpoints {

    private static final String SECRET = "secret";
    private static final String OWN = "sandbox_own";

    private final Store store;
    private final Clock clock;

    /** The endpoints in this store. */
    public WebhookEndpoints(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Points the sandbox's own endpoint to this target; null switches it off. */
    public void deliverTo(@Nullable URI target, String secret) {
        store.change(() -> {
            Optional<JsonObject> known = store.newestFirst(Kind.WEBHOOK_ENDPOINT, found -> found.has(OWN)).stream()
                    .findFirst();
            if (target != null) {
                JsonObject endpoint = known.orElseGet(this::newOwn);
                endpoint.addProperty("url", target.toString());
                endpoint.addProperty("status", "enabled");
                endpoint.addProperty(SECRET, secret);
                store.put(Kind.WEBHOOK_ENDPOINT, endpoint);
            } else {
                known.ifPresent(endpoint -> {
                    endpoint.addProperty("status", "disabled");
                    store.put(Kind.WEBHOOK_ENDPOINT, endpoint);
                });
            }
        });
    }

    private JsonObject newOwn() {
        JsonObject endpoint = blank();
        endpoint.addProperty("api_version", "2026-07-29.dahlia");
        endpoint.addProperty("description", "The sandbox's own target");
        endpoint.addProperty(OWN, true);
        return endpoint;
    }

    private JsonObject blank() {
        JsonObject endpoint = Shape.blank(Kind.WEBHOOK_ENDPOINT);
        endpoint.addProperty("created", clock.instant().getEpochSecond());
        return endpoint;
    }

    /** A new endpoint with a secret of its own, not stored yet. */
    public JsonObject draft() {
        JsonObject endpoint = blank();
        endpoint.addProperty(SECRET, "whsec_" + Ids.random(32));
        return endpoint;
    }

    /** As the API shows it: the secret only at creation. */
    public static JsonObject withoutSecret(JsonObject stored) {
        JsonObject shown = stored.deepCopy();
        shown.remove(SECRET);
        shown.remove(OWN);
        return shown;
    }

    List<JsonObject> listeningTo(String eventType) {
        return store.newestFirst(
                Kind.WEBHOOK_ENDPOINT, endpoint -> isEnabled(endpoint) && isListening(endpoint, eventType));
    }

    List<String> ids() {
        return store.newestFirst(Kind.WEBHOOK_ENDPOINT, endpoint -> true).stream()
                .map(endpoint -> Json.requiredText(endpoint, "id"))
                .toList();
    }

    boolean exists(String endpointId) {
        return store.find(Kind.WEBHOOK_ENDPOINT, endpointId).isPresent();
    }

    /** The request that brings this body to the endpoint; empty when there is no such endpoint any more. */
    Optional<WebhookPost> post(String endpointId, String body) {
        return store.find(Kind.WEBHOOK_ENDPOINT, endpointId)
                .filter(WebhookEndpoints::isEnabled)
                .map(endpoint -> new WebhookPost(
                        URI.create(Json.requiredText(endpoint, "url")), Json.requiredText(endpoint, SECRET), body));
    }

    private static boolean isEnabled(JsonObject endpoint) {
        return Json.has(endpoint, "status", "enabled");
    }

    private static boolean isListening(JsonObject endpoint, String eventType) {
        return StreamSupport.stream(endpoint.getAsJsonArray("enabled_events").spliterator(), false)
                .map(JsonElement::getAsString)
                .anyMatch(wanted -> wanted.equals("*") || wanted.equals(eventType));
    }
}
