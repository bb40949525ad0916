package com.operatoros.payments.webhook;

import static com.operatoros.payments.json.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;

/** Makes the text of an event readable: without what is empty, and without what lets somebody act in the client's name. */
public final class EventText {

    private static final Set<String> SECRET = Set.of("client_secret");
    private static final Map<String, ?> INDENTED = Map.of(JsonGenerator.PRETTY_PRINTING, true);

    private EventText() {}

    /** What can be read of it; empty when it is no JSON. */
    public static JsonObject read(String payload) {
        try (var reader = JSON.createReader(new StringReader(payload))) {
            return object(reader.readObject());
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    /** The same over several lines, as people read it. */
    public static String lines(String payload) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = JSON.createWriterFactory(INDENTED).createWriter(text)) {
            writer.writeObject(read(payload));
        }
        return text.toString().strip();
    }

    private static JsonObject object(JsonObject object) {
        JsonObjectBuilder readable = JSON.createObjectBuilder();
        object.forEach((name, value) -> {
            JsonValue inner = value(value);
            if (!SECRET.contains(name) && !isEmpty(inner)) {
                readable.add(name, inner);
            }
        });
        return readable.build();
    }

    private static JsonValue value(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> object(value.asJsonObject());
            case ARRAY -> array(value.asJsonArray());
            case STRING, NUMBER, TRUE, FALSE, NULL -> value;
        };
    }

    private static JsonArray array(JsonArray array) {
        JsonArrayBuilder readable = JSON.createArrayBuilder();
        array.forEach(value -> readable.add(value(value)));
        return readable.build();
    }

    private static boolean isEmpty(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().isEmpty();
            case ARRAY -> value.asJsonArray().isEmpty();
            case NULL -> true;
            case STRING, NUMBER, TRUE, FALSE -> false;
        };
    }
}
