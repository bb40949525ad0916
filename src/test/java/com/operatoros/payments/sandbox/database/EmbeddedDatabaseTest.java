package com.operatoros.payments.sandbox.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database keeps its data (rule SL4). */
class EmbeddedDatabaseTest {

    @Test
    void what_was_committed_survives_even_a_kill(@TempDir Path folder) throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            execute(database, "create table kept (word text)");
            execute(database, "insert into kept values ('Ärger')");
            ProcessHandle process = database.process().orElseThrow();

            process.destroyForcibly();
            process.onExit().join();
        }

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertEquals("ärger", query(database, "select lower(word) from kept"));
            assertEquals("operatoros", query(database, "select current_user"));
        }
        assertFalse(Files.exists(EmbeddedDatabase.pidFile(folder)));
    }

    @Test
    void data_of_a_start_that_was_cut_off_is_made_anew(@TempDir Path folder) throws IOException, SQLException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("postgresql.conf"), "");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, 0)) {
            assertEquals("1", query(database, "select 1"));
            assertTrue(database.port() > 0);
        }
    }

    private static void execute(EmbeddedDatabase database, String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement target = connection.createStatement()) {
            target.execute(statement);
        }
    }

    private static String query(EmbeddedDatabase database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
