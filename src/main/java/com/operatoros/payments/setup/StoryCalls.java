package com.operatoros.payments.setup;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the sandbox for one story after the other. */
final class StoryCalls {

    private static final String KEY = "rehearsal.trouble.";
    private static final Logger LOG = System.getLogger(StoryCalls.class.getName());

    /** Longer than a story that passes takes at worst: it waits three times, up to fifteen seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final URI address;
    private final Duration patience;
    private final HttpClient http;
    private boolean isHanging;

    StoryCalls(URI sandbox) {
        this(sandbox, PATIENCE);
    }

    StoryCalls(URI sandbox, Duration patience) {
        this.address = sandbox.resolve("/_sandbox/rehearsal");
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    }

    /** Waits until it has been played. */
    StoryResult play(String story) {
        long start = System.nanoTime();
        Told told = isHanging ? trouble("sandbox_silent") : ask(story);
        return new StoryResult(story, Duration.ofNanos(System.nanoTime() - start), told.trouble(), told.payment());
    }

    /** What the sandbox tells of a story. */
    private record Told(@Nullable Message trouble, @Nullable UUID payment) {}

    private Told ask(String story) {
        try {
            return read(http.send(request(story), BodyHandlers.ofString()));
        } catch (HttpTimeoutException e) {
            // The other stories would only make the admin wait as long again.
            isHanging = true;
            return trouble("sandbox_silent");
        } catch (IOException e) {
            return trouble("sandbox_silent");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return trouble("stopping");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "What the sandbox says of the story {0} makes no sense: {1}", story, e);
            return trouble("broken_off", e.getClass().getSimpleName());
        }
    }

    private HttpRequest request(String story) {
        JsonObject body = JSON.createObjectBuilder().add("story", story).build();
        return HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static Told read(HttpResponse<String> response) {
        if (response.statusCode() != OK) {
            return trouble("sandbox_refused", response.statusCode());
        }
        try (JsonReader reader = JSON.createReader(new StringReader(response.body()))) {
            JsonObject result = reader.readObject();
            return new Told(
                    result.getBoolean("passed") ? null : words(result.getJsonObject("trouble")),
                    result.isNull("payment_id") ? null : UUID.fromString(result.getString("payment_id")));
        }
    }

    private static Message words(JsonObject trouble) {
        Object[] values = trouble.getJsonArray("values")
                .getValuesAs(JsonString::getString)
                .toArray();
        String code = trouble.getString("code");
        // A sandbox of another version may know more.
        return Messages.english().has(KEY + code)
                ? Message.of(KEY + code, values)
                : Message.of(KEY + "broken_off", code);
    }

    private static Told trouble(String code, Object... values) {
        return new Told(Message.of(KEY + code, values), null);
    }
}
