package com.operatoros.payments.rehearsal;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Plays payers and troubles on the controls of the Stripe-shaped server. */
final class SandboxControls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final URI base;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    SandboxControls(URI base) {
        this.base = base;
    }

    /** Pays a link or an invoice with a card. */
    void pay(String id, String card) throws Mishap {
        post(
                "/_sandbox/pay",
                Json.createObjectBuilder().add("id", id).add("card", card).build());
    }

    /** Sets how events are delivered from now on. */
    void webhooks(String mode) throws Mishap {
        post("/_sandbox/webhooks", Json.createObjectBuilder().add("mode", mode).build());
    }

    /** How often an event has arrived and was taken. */
    long arrivals(String event) throws Mishap {
        return send(HttpRequest.newBuilder(base.resolve("/_sandbox/webhooks")).GET())
                .getJsonArray("data")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(row -> row.getString("id").equals(event))
                .flatMap(row -> row.getJsonArray("deliveries").getValuesAs(JsonObject.class).stream())
                .filter(delivery -> delivery.getInt("status", 0) == OK)
                .count();
    }

    private void post(String path, JsonObject body) throws Mishap {
        send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private JsonObject send(HttpRequest.Builder request) throws Mishap {
        try {
            HttpResponse<String> response = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
            if (response.statusCode() != OK) {
                throw new Mishap("sandbox_refused", response.statusCode());
            }
            try (JsonReader json = Json.createReader(new StringReader(response.body()))) {
                return json.readObject();
            }
        } catch (IOException e) {
            throw new Mishap("sandbox_silent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Mishap("stopping");
        }
    }
}
