package com.operatoros.payments.sandbox.stripe.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a client sent. */
public final class Requests {

    private static final int LARGEST_BODY = 1 << 20;

    private Requests() {}

    /** The body as text; throws {@link TooLarge} above the limit. */
    public static String body(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (bytes.length > LARGEST_BODY) {
            throw new TooLarge();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A header of the request. */
    public static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A cookie of the request. */
    public static Optional<String> cookie(HttpExchange exchange, String name) {
        return header(exchange, "Cookie").stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";")))
                .map(String::trim)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /** The query as it was sent, not decoded. */
    public static String query(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    }

    /** A body above 1 MB. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super("the body is larger than 1 MB");
        }
    }
}
