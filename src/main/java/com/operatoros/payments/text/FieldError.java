package com.operatoros.payments.text;

/**
 * An error in one field, and what to say about it.
 *
 * @param field the name of the field in JSON, such as {@code client_email}
 */
public record FieldError(String field, Message message) {
    /** What is wrong, with what the message speaks of. */
    public static FieldError of(String field, String key, Object... values) {
        return new FieldError(field, Message.of(key, values));
    }

    /** The same at another field. */
    public FieldError at(String otherField) {
        return new FieldError(otherField, message);
    }
}
