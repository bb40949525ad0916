package com.operatoros.payments.sandbox.stripe.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One whole HTTP answer. */
public record Reply(int status, Map<String, String> headers, String body) {

    /** An answer in JSON. */
    public static Reply json(int status, JsonElement body) {
        return text(status, "application/json", Json.pretty(body) + "\n");
    }

    /** The sandbox's own error, {@code {"error": message}}. */
    public static Reply error(int status, String message) {
        JsonObject body = new JsonObject();
        body.addProperty("error", message);
        return json(status, body);
    }

    /** An answer in text of this type. */
    public static Reply text(int status, String type, String body) {
        String contentType = type.startsWith("text/") ? type + "; charset=utf-8" : type;
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    /** Leads a browser on to a page after a form was sent. */
    public static Reply seeOther(String location) {
        return new Reply(303, Map.of("Location", location), "");
    }

    /** The same answer with one header more. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    /** Sends it and ends the exchange. */
    public void send(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::set);
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
