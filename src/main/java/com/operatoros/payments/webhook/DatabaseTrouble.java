package com.operatoros.payments.webhook;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what is wrong with the database from what is wrong with an event, by the classes of SQLSTATE. */
final class DatabaseTrouble {

    /** No connection, no room, stopped by an operator. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    /** A deadlock, or a lock that somebody holds for too long. */
    private static final Set<String> PASSING = Set.of("40", "55");

    /** It took too long, which is no sign that somebody has stopped the database. */
    private static final String CANCELED = "57014";

    private DatabaseTrouble() {}

    /** Whether the next event would fare no better. */
    static boolean isAway(Throwable trouble) {
        return find(trouble)
                .filter(state -> !state.equals(CANCELED) && isOf(AWAY, state))
                .isPresent();
    }

    /** Whether the same event may go well in a moment. */
    static boolean isPassing(Throwable trouble) {
        return find(trouble)
                .filter(state -> state.equals(CANCELED) || isOf(PASSING, state) || isOf(AWAY, state))
                .isPresent();
    }

    private static boolean isOf(Set<String> classes, String state) {
        return state.length() >= 2 && classes.contains(state.substring(0, 2));
    }

    private static Optional<String> find(Throwable trouble) {
        return Stream.iterate(trouble, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .filter(state -> state != null)
                .findFirst();
    }
}
