package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Talks to a sandbox as an application, a payer and a tester do. */
final class SandboxClient {

    static final String LINKS = "/v1/payment_links";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String LINK = "line_items[0][price_data][currency]=usd&line_items[0][quantity]=1"
            + "&line_items[0][price_data][product_data][name]=Work&line_items[0][price_data][unit_amount]=";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    SandboxClient(StripeSandbox sandbox) {
        base = sandbox.base();
    }

    /** The parameters of a link to pay so many cents. */
    static String aLinkOf(int cents) {
        return LINK + cents;
    }

    /** The parameters of a link that can be paid once. */
    static String aSingleUseLink() {
        return aLinkOf(1000) + "&restrictions[completed_sessions][limit]=1";
    }

    HttpResponse<String> createLink(String parameters, @Nullable String key) throws IOException, InterruptedException {
        return http.send(linkRequest(parameters, key, PATIENCE), BodyHandlers.ofString());
    }

    HttpResponse<String> createLinkWithin(Duration patience, String key) throws IOException, InterruptedException {
        return http.send(linkRequest(aLinkOf(1000), key, patience), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> startCreatingLink(String key) {
        return http.sendAsync(linkRequest(aLinkOf(1000), key, Duration.ofSeconds(20)), BodyHandlers.ofString());
    }

    private HttpRequest linkRequest(String parameters, @Nullable String key, Duration patience) {
        HttpRequest.Builder request = request(LINKS)
                .header("Authorization", "Bearer sk_test_1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(patience)
                .POST(BodyPublishers.ofString(parameters.replace("[", "%5B").replace("]", "%5D")));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.build();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                request(path).header("Authorization", "Bearer sk_test_1").build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String parameters) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Authorization", "Bearer sk_test_1")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(parameters))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    JsonArray list(String path) throws IOException, InterruptedException {
        return json(get(path)).getAsJsonArray("data");
    }

    int countLinks() throws IOException, InterruptedException {
        return list(LINKS).size();
    }

    HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(controlRequest(method, path, body), BodyHandlers.ofString());
    }

    /** Uses a control that is to succeed. */
    JsonObject use(String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = control("POST", path, body);
        assertEquals(200, response.statusCode(), response.body());
        return json(response);
    }

    CompletableFuture<HttpResponse<String>> startPaying(String id) {
        String body = "{\"id\":\"" + id + "\",\"card\":\"4242424242424242\"}";
        return http.sendAsync(controlRequest("POST", "/_sandbox/pay", body), BodyHandlers.ofString());
    }

    private HttpRequest controlRequest(String method, String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    static String text(HttpResponse<String> response, String field) {
        return json(response).get(field).getAsString();
    }

    static boolean isReplayed(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Idempotent-Replayed")
                .filter("true"::equals)
                .isPresent();
    }
}
