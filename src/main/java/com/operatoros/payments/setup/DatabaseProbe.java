package com.operatoros.payments.setup;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** Asks the database whether it answers, and when the last event came. */
@ApplicationScoped
class DatabaseProbe {

    private static final int SECONDS = 2;

    @Resource(lookup = "jdbc/payments")
    private DataSource dataSource;

    boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    /** The product and version of the database. */
    String version() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /** When the last event of ours was received. */
    Optional<Instant> lastEvent() throws SQLException {
        return last("select max(received_at) from stripe_event");
    }

    /** When the last event was received that does not tell what has changed. */
    Optional<Instant> lastThinEvent() throws SQLException {
        return last("select max(last_at) from stripe_event_count where why = 'thin'");
    }

    private Optional<Instant> last(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
            return Optional.ofNullable(last).map(OffsetDateTime::toInstant);
        }
    }
}
