package com.operatoros.payments.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a result; columns count from 1, as the values of a statement do (rule DB3). */
public final class Row {
    private final @Nullable Object[] fields;

    private Row(@Nullable Object[] fields) {
        this.fields = fields;
    }

    /** A result of one column is not wrapped in an array. */
    static Row of(@Nullable Object result) {
        return new Row(result instanceof Object[] fields ? fields : new @Nullable Object[] {result});
    }

    public String text(int column) {
        return Objects.requireNonNull(textOrNull(column), "a text");
    }

    public @Nullable String textOrNull(int column) {
        Object field = field(column);
        return field == null ? null : field.toString();
    }

    public long number(int column) {
        return ((Number) Objects.requireNonNull(field(column), "a number")).longValue();
    }

    public int count(int column) {
        return Math.toIntExact(number(column));
    }

    public boolean flag(int column) {
        return (Boolean) Objects.requireNonNull(field(column), "a truth");
    }

    public UUID uuid(int column) {
        return UUID.fromString(text(column));
    }

    public @Nullable UUID uuidOrNull(int column) {
        String text = textOrNull(column);
        return text == null ? null : UUID.fromString(text);
    }

    public Instant time(int column) {
        return Objects.requireNonNull(timeOrNull(column), "a time");
    }

    /** What the driver makes of a time with a zone depends on how it is asked for (rule DB2). */
    public @Nullable Instant timeOrNull(int column) {
        Object field = field(column);
        if (field == null) {
            return null;
        }
        if (field instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return field instanceof Instant time ? time : ((Date) field).toInstant();
    }

    private @Nullable Object field(int column) {
        return fields[column - 1];
    }
}
