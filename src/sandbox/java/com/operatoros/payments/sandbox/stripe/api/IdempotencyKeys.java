package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Gives a repeated call its first answer (rule SA3). */
final class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST = 255;

    private final Store store;
    private final Clock clock;
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    IdempotencyKeys(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Runs the work once for its key; the work answers errors, too, by throwing {@link StripeError}. */
    Answer once(ApiRequest request, Supplier<Answer> work) {
        String key = request.idempotencyKey();
        if (key == null) {
            return store.change(work);
        }
        if (key.length() > LONGEST) {
            throw StripeError.invalid(null, null, "Idempotency keys can be at most 255 characters long.");
        }
        if (!inUse.add(key)) {
            throw StripeError.keyInUse(key);
        }
        try {
            return stored(key).map(first -> replay(first, request, key)).orElseGet(() -> first(request, key, work));
        } finally {
            inUse.remove(key);
        }
    }

    private Optional<JsonObject> stored(String key) {
        long oldest = clock.instant().minus(KEPT).getEpochSecond();
        return store.find(Kind.IDEMPOTENCY_KEY, key)
                .filter(first -> first.get("created").getAsLong() >= oldest);
    }

    private static Answer replay(JsonObject first, ApiRequest request, String key) {
        String other = "Try using a key other than '" + key + "' if you meant to execute a different request.";
        if (!Json.has(first, "path", request.path())) {
            throw StripeError.idempotency(
                    "Keys for idempotent requests can only be used for the same endpoint they were"
                            + " first used for ('" + request.path() + "' vs '" + Json.requiredText(first, "path")
                            + "'). "
                            + other);
        }
        if (!Json.has(first, "form", request.form().canonical())) {
            throw StripeError.idempotency("Keys for idempotent requests can only be used with the same parameters they"
                    + " were first used with. " + other);
        }
        JsonObject body = first.getAsJsonObject("body");
        return new Answer(first.get("status").getAsInt(), body, Json.requiredText(first, "request_id"), true);
    }

    private Answer first(ApiRequest request, String key, Supplier<Answer> work) {
        try {
            return store.change(() -> keep(work.get(), request, key));
        } catch (StripeError refused) {
            throw refused;
        } catch (RuntimeException broken) {
            ApiHandler.LOG.log(System.Logger.Level.ERROR, "the sandbox failed at " + request.path(), broken);
            return keep(Answer.of(StripeError.internal(), request.requestId()), request, key);
        }
    }

    private Answer keep(Answer answer, ApiRequest request, String key) {
        JsonObject first = new JsonObject();
        first.addProperty("id", key);
        first.addProperty("created", clock.instant().getEpochSecond());
        first.addProperty("path", request.path());
        first.addProperty("form", request.form().canonical());
        first.addProperty("status", answer.status());
        first.addProperty("request_id", answer.requestId());
        first.add("body", answer.body());
        store.put(Kind.IDEMPOTENCY_KEY, first);
        return answer;
    }
}
