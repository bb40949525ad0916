package com.operatoros.payments.sandbox.rehearsal;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls one server that speaks JSON. */
final class JsonCalls {

    private final HttpClient http;
    private final String base;
    private final Map<String, String> headers;
    private final Duration patience;

    /** Calls what is below an address, with these headers, and waits so long for each answer. */
    JsonCalls(URI base, Map<String, String> headers, Duration patience) {
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
        this.base = base.toString().replaceFirst("/$", "");
        this.headers = headers;
        this.patience = patience;
    }

    /** An answer; one without an object in it counts as empty. */
    record Answer(int status, JsonObject json) {}

    Answer get(String path) throws IOException, StoryFailed {
        return send(request(path).GET());
    }

    /** Posts an object; an empty one says nothing. */
    Answer post(String path, JsonObject body) throws IOException, StoryFailed {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.compact(body))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, StoryFailed {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), Json.parse(response.body()).orElseGet(JsonObject::new));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryFailed(Trouble.STOPPING);
        }
    }
}
