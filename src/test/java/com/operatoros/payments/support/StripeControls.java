package com.operatoros.payments.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a person does at Stripe, or what goes wrong there. */
public final class StripeControls {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private StripeControls() {}

    /** The next calls that create a link fail so. */
    public static void failToCreateLinks(String kind, boolean afterEffect, int times) {
        fail("/v1/payment_links", kind, afterEffect, times);
    }

    /** The next POSTs whose path ends so fail. */
    public static void fail(String path, String kind, boolean afterEffect, int times) {
        JsonObject fault = new JsonObject();
        fault.addProperty("method", "POST");
        fault.addProperty("path", path);
        fault.addProperty("kind", kind);
        fault.addProperty("after_effect", afterEffect);
        fault.addProperty("times", times);
        post("faults", fault);
    }

    /** Nothing fails any more. */
    public static void recover() {
        send(request("faults").DELETE());
    }

    /** Pays a link as its hosted page would. */
    public static JsonObject pay(String linkId, String card) {
        JsonObject payment = new JsonObject();
        payment.addProperty("id", linkId);
        payment.addProperty("card", card);
        return post("pay", payment);
    }

    /** A delayed payment comes to its end. */
    public static void settle(String intentId, String outcome) {
        JsonObject settlement = new JsonObject();
        settlement.addProperty("payment_intent", intentId);
        settlement.addProperty("outcome", outcome);
        post("settle", settlement);
    }

    /** Loses all deliveries, or delivers them as usual. */
    public static void deliver(String mode) {
        JsonObject webhooks = new JsonObject();
        webhooks.addProperty("mode", mode);
        post("webhooks", webhooks);
    }

    /** What somebody with the account's key reads at Stripe. */
    public static JsonObject read(String path) {
        return send(HttpRequest.newBuilder(TestEnvironment.stripe().base().resolve(path))
                .header("Authorization", "Bearer sk_test_reader"));
    }

    /** What somebody with the account's key removes at Stripe. */
    public static void delete(String path) {
        send(HttpRequest.newBuilder(TestEnvironment.stripe().base().resolve(path))
                .header("Authorization", "Bearer sk_test_reader")
                .DELETE());
    }

    private static JsonObject post(String control, JsonObject body) {
        return send(request(control).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static HttpRequest.Builder request(String control) {
        return HttpRequest.newBuilder(TestEnvironment.stripe().base().resolve("/_sandbox/" + control));
    }

    private static JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return JsonParser.parseString(response.body()).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
