package com.operatoros.payments.sandbox.rehearsal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Does in a story what the application is asked for, through its JSON. */
public final class Application {

    private static final String PAYMENTS = "/admin/api/payments/";
    private static final String INVENTED = "Rehearsal";
    private static final String CLIENT = "rehearsal@example.com";
    private static final int AMOUNT = 1200;
    private static final String NOTIFICATIONS = "/admin/api/notifications?limit=100";

    /** Within ten seconds it says of a creation at least that Stripe has not answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int OK = 200;

    private final JsonCalls calls;

    /**
     * Asks the application at this address as its admin.
     *
     * @param base with the context root
     */
    public Application(URI base, String username, String password) {
        String login = username + ":" + password;
        String encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        calls = new JsonCalls(base, Map.of("Authorization", "Basic " + encoded), PATIENCE);
    }

    /**
     * Bills by a {@code link} or an {@code invoice}.
     *
     * @return the payment, whatever has become of it
     */
    JsonObject bill(String type) throws StoryFailed {
        JsonObject order = new JsonObject();
        order.addProperty("type", type);
        order.addProperty("project_name", INVENTED);
        order.addProperty("client_email", CLIENT);
        order.addProperty("amount", AMOUNT);
        JsonCalls.Answer answer = answered(() -> calls.post("/admin/payments/create", order));
        // A refusal of Stripe is told as a problem with the payment in it.
        JsonObject payment = Json.object(answer.json(), "payment").orElse(answer.json());
        if (!payment.has("status") || !payment.has("id")) {
            throw unexpected(answer.status());
        }
        return payment;
    }

    JsonObject payment(String id) throws StoryFailed {
        return read(PAYMENTS + id);
    }

    /** The event that has moved a payment to paid. */
    Optional<String> eventThatPaid(String id) throws StoryFailed {
        return data(PAYMENTS + id + "/history")
                .filter(entry -> Json.has(entry, "to", "paid"))
                .flatMap(entry -> Json.text(entry, "evidence").stream())
                .findFirst();
    }

    /** Lets it ask how a payment stands; whether it could, the payment shows. */
    void askStripe(String id) throws StoryFailed {
        answered(() -> calls.post(PAYMENTS + id + "/sync", new JsonObject()));
    }

    /** How many notifications of this kind there are about a payment. */
    long told(String id, Predicate<String> level) throws StoryFailed {
        return data(NOTIFICATIONS)
                .filter(notification -> Json.object(notification, "data")
                        .filter(about -> Json.has(about, "payment_id", id))
                        .isPresent())
                .filter(notification -> level.test(Json.requiredText(notification, "level")))
                .count();
    }

    private Stream<JsonObject> data(String path) throws StoryFailed {
        return StreamSupport.stream(read(path).getAsJsonArray("data").spliterator(), false)
                .map(JsonElement::getAsJsonObject);
    }

    private JsonObject read(String path) throws StoryFailed {
        JsonCalls.Answer answer = answered(() -> calls.get(path));
        if (answer.status() != OK) {
            throw unexpected(answer.status());
        }
        return answer.json();
    }

    private interface Call {
        JsonCalls.Answer send() throws IOException, StoryFailed;
    }

    private static JsonCalls.Answer answered(Call call) throws StoryFailed {
        try {
            return call.send();
        } catch (IOException e) {
            throw new StoryFailed(Trouble.BROKEN_OFF, e.getClass().getSimpleName());
        }
    }

    private static StoryFailed unexpected(int status) {
        return new StoryFailed(Trouble.BROKEN_OFF, "HTTP " + status);
    }
}
