package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.operatoros.payments.sandbox.stripe.fault.ArmedFault;
import com.operatoros.payments.sandbox.stripe.fault.Fault;
import com.operatoros.payments.sandbox.stripe.fault.FaultKind;
import com.operatoros.payments.sandbox.stripe.fault.Faults;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Arms, shows and clears the faults of the API (rule SK5). */
public final class FaultControls {

    private static final Set<String> FIELDS = Set.of("method", "path", "kind", "after_effect", "times");
    private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    private final Faults faults;

    /** The controls of these faults. */
    public FaultControls(Faults faults) {
        this.faults = faults;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of(
                "GET /_sandbox/faults", this::show,
                "POST /_sandbox/faults", this::arm,
                "DELETE /_sandbox/faults", this::clear);
    }

    /** What is armed, the oldest first, with how many calls it still takes. */
    private Reply show(JsonObject input) {
        JsonArray data = new JsonArray();
        faults.armed().forEach(armed -> data.add(row(armed)));
        JsonObject answer = new JsonObject();
        answer.add("data", data);
        return Reply.json(200, answer);
    }

    /** Arms one and answers what is armed now. */
    private Reply arm(JsonObject input) {
        for (String field : input.keySet()) {
            if (!FIELDS.contains(field)) {
                throw new BadInput("\"" + field + "\" is not known here");
            }
        }
        Fault fault = new Fault(method(input), BadInput.required(input, "path"), kind(input), isAfterEffect(input));
        faults.arm(new ArmedFault(fault, times(input)));
        return show(input);
    }

    /** Clears all, lets go of what is held, and answers that nothing is armed. */
    private Reply clear(JsonObject input) {
        faults.clear();
        return show(input);
    }

    private static JsonObject row(ArmedFault armed) {
        JsonObject row = new JsonObject();
        row.addProperty("method", armed.fault().method());
        row.addProperty("path", armed.fault().path());
        row.addProperty("kind", armed.fault().kind().label());
        row.addProperty("after_effect", armed.fault().afterEffect());
        row.addProperty("times", armed.times());
        return row;
    }

    private static @Nullable String method(JsonObject input) {
        if (value(input, "method").isEmpty()) {
            return null;
        }
        String method = BadInput.required(input, "method").toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new BadInput("\"method\" must be GET, POST or DELETE, or absent for any");
        }
        return method;
    }

    private static FaultKind kind(JsonObject input) {
        return FaultKind.named(BadInput.required(input, "kind"))
                .orElseThrow(() -> new BadInput("\"kind\" must be 400, 500, 429, timeout or reset"));
    }

    private static boolean isAfterEffect(JsonObject input) {
        return value(input, "after_effect")
                .map(value -> plain(value)
                        .filter(JsonPrimitive::isBoolean)
                        .orElseThrow(() -> new BadInput("\"after_effect\" must be true or false"))
                        .getAsBoolean())
                .orElse(false);
    }

    private static int times(JsonObject input) {
        return value(input, "times")
                .map(value -> plain(value)
                        .filter(JsonPrimitive::isNumber)
                        .map(JsonPrimitive::getAsString)
                        .filter(text -> text.matches("[1-9]\\d{0,3}"))
                        .map(Integer::valueOf)
                        .filter(times -> times <= ArmedFault.MOST_TIMES)
                        .orElseThrow(() -> new BadInput("\"times\" must be a whole number from 1 to 1000")))
                .orElse(1);
    }

    private static Optional<JsonElement> value(JsonObject input, String field) {
        return Optional.ofNullable(input.get(field)).filter(value -> !value.isJsonNull());
    }

    private static Optional<JsonPrimitive> plain(JsonElement value) {
        return Optional.of(value).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsJsonPrimitive);
    }
}
