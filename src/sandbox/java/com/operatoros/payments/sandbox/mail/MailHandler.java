package com.operatoros.payments.sandbox.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** The inbox over HTTP: {@code GET} as JSON or as a page, {@code ?body=<number>} one HTML body, {@code DELETE} empties. */
final class MailHandler implements HttpHandler {

    private static final String BODY = "body=";
    private static final Gson JSON = new GsonBuilder()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
            .registerTypeAdapter(
                    Instant.class, (JsonSerializer<Instant>) (at, type, context) -> new JsonPrimitive(at.toString()))
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private final MailStore store;

    MailHandler(MailStore store) {
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Closing reads what is left of the request, so that the connection can be used again.
        try (exchange) {
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> show(exchange);
                case "DELETE" -> {
                    store.clear();
                    answer(exchange, 200, json());
                }
                default -> {
                    exchange.getResponseHeaders().set("Allow", "GET, HEAD, DELETE");
                    answer(exchange, 405, new Content("text/plain", "", "Only GET and DELETE.\n"));
                }
            }
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (query.startsWith(BODY)) {
            answer(exchange, 200, body(query.substring(BODY.length())));
        } else if (String.valueOf(exchange.getRequestHeaders().getFirst("Accept"))
                .contains("text/html")) {
            answer(exchange, 200, new Content("text/html", MailPage.POLICY, MailPage.of(store)));
        } else {
            answer(exchange, 200, json());
        }
    }

    private Content json() {
        return new Content("application/json", "default-src 'none'", JSON.toJson(Map.of("data", store.all())));
    }

    private Content body(String number) {
        String html = number.matches("\\d{1,18}")
                ? store.find(Long.parseLong(number)).map(ReceivedMail::html).orElse("")
                : "";
        return new Content("text/html", MailPage.BODY_POLICY, MailPage.opensLinksOutside(html));
    }

    private static void answer(HttpExchange exchange, int status, Content content) throws IOException {
        byte[] bytes = content.text().getBytes(UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", content.type() + "; charset=utf-8");
        headers.set("Content-Security-Policy", content.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Vary", "Accept");
        boolean bodyless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodyless ? -1 : bytes.length);
        if (!bodyless) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private record Content(String type, String policy, String text) {}
}
