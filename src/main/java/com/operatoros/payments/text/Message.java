package com.operatoros.payments.text;

import static com.operatoros.payments.json.JsonSupport.JSON;

import com.operatoros.payments.code.Coded;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence that each reader gets in his own language: the key of its text, and what it speaks of. It can be kept in a row, where
 * nothing is put into words before somebody reads it (rule T1).
 */
public record Message(String key, List<Value> values) {
    private static final String KEY = "key";
    private static final String VALUES = "values";
    private static final String KIND = "kind";
    private static final String WORD = "word";

    /**
     * A sentence.
     *
     * @param values words, numbers, money, times, other messages, or what {@link Value} makes of codes
     */
    public static Message of(String key, Object... values) {
        return new Message(key, Stream.of(values).map(Value::of).toList());
    }

    /** What somebody else said, in whatever language: as it is. */
    public static Message quote(String words) {
        return of("quote", words);
    }

    /** In the words of a language. */
    public String in(Messages messages) {
        return messages.get(key, values(messages));
    }

    /** Another text about the same, such as the title of a message. */
    public String in(Messages messages, String otherKey) {
        return messages.get(otherKey, values(messages));
    }

    private Object[] values(Messages messages) {
        return values.stream().map(value -> value.in(messages)).toArray();
    }

    /** To be kept in a row: {@code {"key", "values": [{"kind", "word"}]}}. */
    public String toJson() {
        JsonArrayBuilder kept = JSON.createArrayBuilder();
        values.forEach(value -> kept.add(
                JSON.createObjectBuilder().add(KIND, value.kind().code()).add(WORD, value.word())));
        return JSON.createObjectBuilder()
                .add(KEY, key)
                .add(VALUES, kept)
                .build()
                .toString();
    }

    /** What was kept. */
    public static Message fromJson(String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonObject kept = reader.readObject();
            List<Value> values = new ArrayList<>();
            for (JsonObject value : kept.getJsonArray(VALUES).getValuesAs(JsonObject.class)) {
                Value.Kind kind = Coded.get(Value.Kind.class, value.getString(KIND));
                values.add(new Value(kind, value.getString(WORD)));
            }
            return new Message(kept.getString(KEY), List.copyOf(values));
        }
    }
}
