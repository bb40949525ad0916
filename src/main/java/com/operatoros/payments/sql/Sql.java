package com.operatoros.payments.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A statement with its values, which are put in for {@code ?1}, {@code ?2} and so on (rule DB1). */
public final class Sql {
    private final Query query;

    private Sql(Query query) {
        this.query = query;
    }

    /**
     * A statement that has nothing to do with what the entities have changed so far: that need not be written before it, but may be
     * written once, with all that follows.
     */
    public static Sql apart(EntityManager entities, String statement, @Nullable Object... values) {
        Sql sql = of(entities, statement, values);
        sql.query.setFlushMode(FlushModeType.COMMIT);
        return sql;
    }

    /** A statement that runs in the transaction of these entities. */
    public static Sql of(EntityManager entities, String statement, @Nullable Object... values) {
        Query query = entities.createNativeQuery(statement);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, stored(values[i]));
        }
        return new Sql(query);
    }

    /** As the driver takes it; a time without a zone would be read in the server's own (rule DB2). */
    private static @Nullable Object stored(@Nullable Object value) {
        return value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value;
    }

    /** Changes rows; how many. */
    public int execute() {
        return query.executeUpdate();
    }

    /** Changes one row; whether it was there. */
    public boolean executeOne() {
        return execute() == 1;
    }

    /** Reads all rows, or those that a change returns. */
    public <T> List<T> list(Function<Row, T> reader) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Row::of).map(reader).toList();
    }

    /** Reads the first row, of which something must be left: a reader may return null only in a list. */
    public <T> Optional<T> first(Function<Row, T> reader) {
        return list(reader).stream().findFirst();
    }

    /**
     * Reads the row that is always there.
     *
     * @throws java.util.NoSuchElementException when it is not
     */
    public <T> T one(Function<Row, T> reader) {
        return first(reader).orElseThrow();
    }
}
