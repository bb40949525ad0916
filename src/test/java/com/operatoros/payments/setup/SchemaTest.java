package com.operatoros.payments.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.server.ConsoleLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule U3. */
class SchemaTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Flyway tells at length what it does; held here, or the setting is lost with the logger. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        FLYWAY.setLevel(Level.WARNING);
        database = EmbeddedDatabase.start(null, 0);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("drop schema if exists operatoros_payments cascade");
    }

    @Test
    void an_empty_database_is_brought_to_the_expected_version_and_stays_there() throws SQLException {
        migrate();
        migrate();

        assertEquals(Optional.of(Schema.EXPECTED_VERSION), schema().version());
        assertEquals("Europe/Berlin", query("select zone from operatoros_payments.tally_zone"));
    }

    @Test
    void a_schema_from_before_the_first_release_is_refused_and_stays_as_it_is() throws SQLException {
        migrateAsBeforeTheRelease();

        SchemaBeforeRelease refusal = assertThrows(SchemaBeforeRelease.class, SchemaTest::migrate);

        assertEquals(
                "The schema operatoros_payments is from a version before the first release, from which nothing is"
                        + " migrated. Drop it with all that is in it (drop schema operatoros_payments cascade) and start"
                        + " again.",
                refusal.getMessage());
        assertEquals("1", query("select max(version) from operatoros_payments.flyway_schema_history"));
    }

    @Test
    void the_sandbox_understands_that_refusal(@TempDir Path folder) throws IOException {
        migrateAsBeforeTheRelease();
        SchemaBeforeRelease refusal = assertThrows(SchemaBeforeRelease.class, SchemaTest::migrate);

        Path console = Files.writeString(folder.resolve("console.log"), Startup.REFUSAL + refusal.getMessage());

        assertTrue(new ConsoleLog(console).saysThatTheSchemaIsFromBeforeTheRelease());
    }

    @Test
    void a_schema_of_a_newer_program_is_refused_as_such() throws SQLException {
        migrate();
        execute(
                "insert into operatoros_payments.flyway_schema_history (installed_rank, version, description, type, script,"
                        + " checksum, installed_by, execution_time, success)"
                        + " select 99, '99', 'of tomorrow', 'SQL', 'V99__of_tomorrow.sql', 1, current_user, 1, true");

        RuntimeException refusal = assertThrows(RuntimeException.class, SchemaTest::migrate);

        assertInstanceOf(FlywayException.class, refusal);
    }

    private static Schema schema() {
        return new Schema(database.dataSource());
    }

    private static void migrate() {
        schema().migrate(database.user(), ZONE);
    }

    private static void migrateAsBeforeTheRelease() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("operatoros_payments")
                .locations("classpath:db/before-release")
                .load()
                .migrate();
    }

    private static void execute(String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement target = connection.createStatement()) {
            target.execute(statement);
        }
    }

    private static String query(String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
