package com.operatoros.payments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tallies equal the rows, whatever happens to the rows and in whichever order. */
@ExtendWith(RunningApplication.class)
class TallyIT {

    private static final int SESSIONS = 4;

    @AfterEach
    void takeTheRowsAway() throws SQLException {
        run(List.of(RandomBooks.GONE));
        assertTalliesEqualRows();
    }

    @Test
    void after_any_changes_of_many_rows_at_once() throws SQLException {
        run(List.of(RandomBooks.PAYMENTS, RandomBooks.REFUNDS, RandomBooks.DISPUTES));
        assertTalliesEqualRows();

        run(List.of(RandomBooks.MOVES, RandomBooks.REFUND_MOVES, RandomBooks.DISPUTE_MOVES, RandomBooks.RENAMES));

        assertTalliesEqualRows();
    }

    @Test
    void after_changes_in_several_sessions_while_they_are_put_together() throws Exception {
        run(List.of(RandomBooks.PAYMENTS, RandomBooks.REFUNDS));
        List<String> changes =
                List.of(RandomBooks.PAYMENTS, RandomBooks.ONE_MOVE, RandomBooks.TOGETHER, RandomBooks.ONE_MOVE);
        ExecutorService sessions = Executors.newFixedThreadPool(SESSIONS);
        try {
            Callable<Boolean> session = () -> {
                for (int round = 0; round < 5; round++) {
                    run(changes);
                }
                return true;
            };
            for (Future<Boolean> end : sessions.invokeAll(
                    IntStream.range(0, SESSIONS).mapToObj(number -> session).toList())) {
                end.get();
            }
        } finally {
            sessions.shutdownNow();
        }

        assertTalliesEqualRows();
    }

    @Test
    void after_they_were_put_together_nothing_is_there_twice() throws SQLException {
        run(List.of(RandomBooks.PAYMENTS, RandomBooks.MOVES, RandomBooks.PAYMENTS, RandomBooks.MOVES));
        try (Connection connection = TestEnvironment.connect()) {
            keepTheWorkerAway(connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute(connection, RandomBooks.TOGETHER);

            Tallies tallies = Tallies.read(connection);

            assertFalse(tallies.areCrowded());
            assertEquals(Tallies.ofRows(connection).sums(), tallies.sums());
            connection.rollback();
        }
    }

    @Test
    void after_the_business_has_moved_to_the_other_side_of_the_world() throws SQLException {
        run(List.of(RandomBooks.PAYMENTS, RandomBooks.REFUNDS, RandomBooks.DISPUTES));
        try (Connection connection = TestEnvironment.connect()) {
            keepTheWorkerAway(connection);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // Seen by this session alone: the server works on in its own zone.
            execute(connection, "select operatoros_payments.tally_in_zone('Pacific/Chatham')");

            assertEquals(
                    Tallies.ofRows(connection).sums(), Tallies.read(connection).sums());
            connection.rollback();
        }
    }

    /** For as long as the connection is open. */
    private static void keepTheWorkerAway(Connection connection) throws SQLException {
        execute(connection, "select pg_advisory_lock(hashtext('operatoros_payments.tally_up'))");
    }

    private static void assertTalliesEqualRows() throws SQLException {
        try (Connection connection = TestEnvironment.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            assertEquals(
                    Tallies.ofRows(connection).sums(), Tallies.read(connection).sums());
            connection.rollback();
        }
    }

    private static void run(List<String> statements) throws SQLException {
        try (Connection connection = TestEnvironment.connect()) {
            for (String statement : statements) {
                execute(connection, statement);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
