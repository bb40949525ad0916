package com.operatoros.payments.text;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param field the name of the field in JSON, such as {@code client_email}
 * @param key the message's key in the bundle
 * @param values what the message speaks of, in its order
 */
public record FieldError(String field, String key, List<String> values) {

    /** What is wrong, with what the message speaks of. */
    public static FieldError of(String field, String key, Object... values) {
        return new FieldError(
                field, key, List.of(values).stream().map(String::valueOf).toList());
    }
}
