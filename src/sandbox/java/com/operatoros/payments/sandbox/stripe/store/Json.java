package com.operatoros.payments.sandbox.stripe.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

/** JSON as Stripe writes it (nulls included), and careful reading of its fields. */
public final class Json {

    private static final Gson PRETTY = new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();
    private static final Gson COMPACT =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    /** Indented, as Stripe answers. */
    public static String pretty(JsonElement json) {
        return PRETTY.toJson(json);
    }

    /** On one line. */
    public static String compact(JsonElement json) {
        return COMPACT.toJson(json);
    }

    /** The object in this text; empty when it is anything else. */
    public static Optional<JsonObject> parse(String text) {
        try {
            return Optional.of(JsonParser.parseString(text))
                    .filter(JsonElement::isJsonObject)
                    .map(JsonElement::getAsJsonObject);
        } catch (JsonParseException | IllegalStateException | StackOverflowError notJson) {
            return Optional.empty();
        }
    }

    /** The text of a field; empty when it is absent, null, or no plain value. */
    public static Optional<String> text(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    /** The text of a field that every such object has. */
    public static String requiredText(JsonObject object, String field) {
        return text(object, field).orElseThrow(() -> new IllegalStateException("no " + field));
    }

    /** The object in a field; empty when it is absent or null. */
    public static Optional<JsonObject> object(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }

    /** Whether a field is true. */
    public static boolean isTrue(JsonObject object, String field) {
        return text(object, field).filter("true"::equals).isPresent();
    }

    /** Whether a field holds exactly this text. */
    public static boolean has(JsonObject object, String field, String value) {
        return text(object, field).filter(value::equals).isPresent();
    }

    /** What {@code before} had in the fields that differ in {@code after}: Stripe's {@code previous_attributes}. */
    public static JsonObject previous(JsonObject before, JsonObject after) {
        JsonObject previous = new JsonObject();
        for (String field : after.keySet()) {
            JsonElement was = before.has(field) ? before.get(field) : JsonNull.INSTANCE;
            JsonElement is = after.get(field);
            if (was.isJsonObject() && is.isJsonObject()) {
                JsonObject nested = previous(was.getAsJsonObject(), is.getAsJsonObject());
                if (nested.size() > 0) {
                    previous.add(field, nested);
                }
            } else if (!was.equals(is)) {
                previous.add(field, was);
            }
        }
        before.keySet().stream()
                .filter(field -> !after.has(field))
                .forEach(field -> previous.add(field, before.get(field)));
        return previous;
    }
}
