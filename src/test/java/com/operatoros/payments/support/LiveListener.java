package com.operatoros.payments.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page that listens to the live connection. */
public final class LiveListener implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<JsonObject> messages = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    private LiveListener(String headerName, String headerValue) {
        URI uri = URI.create(TestEnvironment.baseUrl().toString().replaceFirst("http", "ws") + "admin/live");
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        String login = TestEnvironment.USERNAME + ":" + TestEnvironment.PASSWORD;
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        if (!headerName.equals("Authorization")) {
            builder.header("Authorization", "Basic " + basic);
        }
        socket = builder.header(headerName, headerValue.isEmpty() ? "Basic " + basic : headerValue)
                .buildAsync(uri, this)
                .join();
    }

    /** Connects as the admin. */
    public static LiveListener connect() {
        return new LiveListener("Authorization", "");
    }

    /** Tries to connect with a header replaced; throws {@link CompletionException} when it is refused. */
    public static LiveListener connectWith(String headerName, String headerValue) {
        return new LiveListener(headerName, headerValue);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            messages.add(JsonParser.parseString(partial.toString()).getAsJsonObject());
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    /** Waits for a message that fits. */
    public JsonObject await(Predicate<JsonObject> fits, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = end - System.nanoTime()) {
            JsonObject message = messages.poll(left, TimeUnit.NANOSECONDS);
            if (message != null && fits.test(message)) {
                return message;
            }
        }
        throw new AssertionError("no such message within " + limit);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
