package com.operatoros.payments.sql;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.jspecify.annotations.Nullable;

/** Turns a value that EclipseLink would bind into one of JSON. */
final class BulkValue {

    private BulkValue() {}

    /**
     * A text, a number, a truth or null, which EclipseLink tells by the field that has none.
     *
     * @throws IllegalArgumentException for what no entity has had so far: better no row than a wrong one
     */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof DatabaseField) {
            return null;
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Integer) {
            return value;
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().toString();
        }
        if (value instanceof java.sql.Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof UUID
                || value instanceof Instant
                || value instanceof OffsetDateTime
                || value instanceof LocalDate) {
            return value.toString();
        }
        throw new IllegalArgumentException("a value of " + value.getClass().getName());
    }
}
