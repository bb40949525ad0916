package com.operatoros.payments.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The module's JSON as a program calls it. */
public final class AdminApi {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Supplier<URI> base;
    private final String authorization;

    private AdminApi(Supplier<URI> base, String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /** An answer: its status, its headers, its text. */
    public record Answer(int status, HttpResponse<String> response) {

        public JsonObject json() {
            return JsonParser.parseString(response.body()).getAsJsonObject();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public static AdminApi asAdmin() {
        return withLogin(TestEnvironment.USERNAME, TestEnvironment.PASSWORD);
    }

    /** The admin at another server than that of most tests. */
    static AdminApi asAdminAt(URI base) {
        return new AdminApi(() -> base, basic(TestEnvironment.USERNAME, TestEnvironment.PASSWORD));
    }

    public static AdminApi withLogin(String name, String password) {
        return new AdminApi(TestEnvironment::baseUrl, basic(name, password));
    }

    public static AdminApi asStranger() {
        return new AdminApi(TestEnvironment::baseUrl, "");
    }

    private static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** A payment link for what it says, as JSON with the given fields replaced or added. */
    public static JsonObject aLink(Object... replacements) {
        JsonObject json = JsonParser.parseString("{\"project_name\":\"Website\",\"client_name\":\"Client\","
                        + "\"client_email\":\"client@example.com\",\"amount\":19.99,\"type\":\"link\"}")
                .getAsJsonObject();
        for (int i = 0; i < replacements.length; i += 2) {
            json.add((String) replacements[i], JsonParser.parseString(String.valueOf(replacements[i + 1])));
        }
        return json;
    }

    /** An invoice of 2,500 dollars, with the given fields replaced or added. */
    public static JsonObject anInvoice(Object... replacements) {
        JsonObject json = aLink(replacements);
        json.addProperty("type", "invoice");
        if (!List.of(replacements).contains("amount")) {
            json.addProperty("amount", 2500);
        }
        return json;
    }

    public Answer create(JsonObject payment) {
        return post("admin/payments/create", payment.toString());
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The same under a key. */
    public Answer post(String path, String json, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Does something about a payment. */
    public Answer act(String id, String action) {
        return send(request("admin/api/payments/" + id + "/" + action).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** The payment as soon as it has the status. */
    public JsonObject await(String id, String status) {
        return Eventually.get(() -> Optional.of(payment(id))
                .filter(payment -> payment.get("status").getAsString().equals(status)));
    }

    /** A request that a test completes itself. */
    public HttpRequest.Builder request(String path) {
        URI uri = base.get().resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonObject payment(String id) {
        return get("admin/api/payments/" + id).json();
    }
}
