package com.operatoros.payments.setup;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Our own schema in the neighbour's database (rule U3). */
@ApplicationScoped
class Schema {

    /** What the code was written for; a new migration raises it. */
    static final String EXPECTED_VERSION = "14";

    private static final String NAME = "operatoros_payments";
    private static final int CONNECT_RETRIES = 30;
    private static final int LONGEST_PAUSE_SECONDS = 2;

    @Resource(lookup = "jdbc/migrations")
    private DataSource dataSource;

    Schema() {}

    Schema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Brings the schema to the expected version, waiting for a database that starts later than we do.
     *
     * @param runtimeUser the user that works with the rows and owns nothing
     * @param zone where a day begins and ends
     * @throws SchemaBeforeRelease when it was made by other migrations; then nothing is changed
     * @throws IllegalStateException when the schema is another afterwards
     */
    void migrate(String runtimeUser, ZoneId zone) {
        Flyway flyway = flyway(runtimeUser, CONNECT_RETRIES);
        if (Arrays.stream(flyway.info().applied()).anyMatch(Schema::isOther)) {
            throw new SchemaBeforeRelease(NAME);
        }
        flyway.migrate();
        String version = version().orElse("none");
        if (!version.equals(EXPECTED_VERSION)) {
            throw new IllegalStateException(
                    "The database schema is of version " + version + ", this program needs " + EXPECTED_VERSION);
        }
        count(zone);
    }

    /** Since the first release no migration has changed; one that we do not have at all is from a newer program. */
    private static boolean isOther(MigrationInfo applied) {
        return applied.getResolvedChecksum() != null
                && !applied.getResolvedChecksum().equals(applied.getAppliedChecksum());
    }

    /** In another zone than before everything is counted anew, for which others wait. */
    private void count(ZoneId zone) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select " + NAME + ".tally_in_zone(?)")) {
            statement.setString(1, PostgresZone.of(zone));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The payments cannot be counted in the zone " + zone, e);
        }
    }

    /** The version that the database has now. */
    Optional<String> version() {
        MigrationInfo current = flyway("unused", 0).info().current();
        return current == null || current.getVersion() == null
                ? Optional.empty()
                : Optional.of(current.getVersion().getVersion());
    }

    private Flyway flyway(String runtimeUser, int connectRetries) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(NAME)
                .locations("classpath:db/schema")
                .callbackLocations(new String[0])
                .placeholders(Map.of("runtime_user", runtimeUser))
                // A schema newer than the program must stop it as well.
                .ignoreMigrationPatterns(new String[0])
                .connectRetries(connectRetries)
                .connectRetriesInterval(LONGEST_PAUSE_SECONDS)
                .load();
    }
}
