package com.operatoros.payments.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that are written in bulk are the same as those that are written one by one (rule DB4). */
class BulkStatementTest {

    private static final String INSERT = "INSERT INTO bulk (ID, words, note, at, DAY, worth) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE bulk SET words = ?, VERSION = ? WHERE ((ID = ?) AND (VERSION = ?))";
    private static final String ONE = "6a0e7f6a-0000-4000-8000-000000000001";
    private static final String OTHER = "6a0e7f6a-0000-4000-8000-000000000002";

    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = EmbeddedDatabase.start(null, 0);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table bulk (id uuid primary key, words jsonb, note text, at timestamptz, day date,"
                            + " worth bigint, version bigint default 1)");
        }
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void what_is_written_together_is_counted_for_each_statement_and_keeps_every_type() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            String rows = "[{'v0':'" + ONE
                    + "','v1':'{\\\"key\\\": \\\"ü\\\"}','v2':'it''s','v3':'2026-11-22T12:00:00.123456Z',"
                    + "'v4':'2026-11-30','v5':9007199254740993},{'v0':'" + OTHER + "'}]";

            assertEquals(List.of(2L), write(connection, List.of(INSERT), List.of(json(rows))));
            String changes =
                    "[{'v0':'{}','v1':2,'v2':'" + ONE + "','v3':1},{'v0':'{}','v1':2,'v2':'" + OTHER + "','v3':7}]";
            assertEquals(List.of(1L), write(connection, List.of(UPDATE), List.of(json(changes))));

            assertEquals("{} it's 2026-11-22 12:00:00.123456+00 2026-11-30 9007199254740993 2", row(connection, ONE));
            assertEquals("- - - - - 1", row(connection, OTHER));
        }
    }

    @Test
    void only_what_is_understood_is_written_in_bulk() {
        assertTrue(BulkStatement.isPossible(INSERT));
        assertTrue(BulkStatement.isPossible(UPDATE));
        assertTrue(BulkStatement.isPossible("UPDATE payment SET STATUS = ? WHERE (ID = ?)"));
        assertFalse(BulkStatement.isPossible("DELETE FROM bulk WHERE (ID = ?)"));
        assertFalse(BulkStatement.isPossible("UPDATE bulk SET words = lower(words) WHERE (ID = ?)"));
        assertFalse(BulkStatement.isPossible("UPDATE bulk SET words = ? WHERE (ID > ?)"));
        assertFalse(BulkStatement.isPossible("insert into bulk (id) select ?"));
    }

    @Test
    void values_become_what_the_database_reads_as_the_same() {
        Instant noon = Instant.parse("2026-11-22T12:00:00.123456Z");
        assertNull(BulkValue.of(null));
        assertNull(BulkValue.of(new DatabaseField("note")), "EclipseLink's sign for nothing");
        assertEquals("text", BulkValue.of("text"));
        assertEquals(5L, BulkValue.of(5L));
        assertEquals(true, BulkValue.of(true));
        assertEquals(noon.toString(), BulkValue.of(Timestamp.from(noon)));
        assertEquals(noon.toString(), BulkValue.of(noon.atOffset(ZoneOffset.UTC)));
        assertEquals("2026-11-22", BulkValue.of(LocalDate.parse("2026-11-22")));
        assertEquals(ONE, BulkValue.of(UUID.fromString(ONE)));
        assertThrows(IllegalArgumentException.class, () -> BulkValue.of(new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> BulkValue.of(0.5));
    }

    private static String json(String text) {
        return text.replace("''", "\u0000").replace('\'', '"').replace('\u0000', '\'');
    }

    private static List<Long> write(Connection connection, List<String> statements, List<String> documents)
            throws SQLException {
        List<BulkStatement> parts = new ArrayList<>();
        for (String statement : statements) {
            parts.add(BulkStatement.of(statement, connection));
        }
        try (PreparedStatement together = connection.prepareStatement(BulkStatement.together(parts))) {
            for (int i = 0; i < documents.size(); i++) {
                together.setString(i + 1, documents.get(i));
            }
            try (ResultSet counts = together.executeQuery()) {
                counts.next();
                List<Long> written = new ArrayList<>();
                for (int i = 0; i < parts.size(); i++) {
                    written.add(counts.getLong(i + 1));
                }
                return written;
            }
        }
    }

    private static String row(Connection connection, String id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'");
            try (ResultSet row = statement.executeQuery("select concat_ws(' ', coalesce(cast(words as text), '-'),"
                    + " coalesce(note, '-'), coalesce(cast(at as text), '-'), coalesce(cast(day as text), '-'),"
                    + " coalesce(cast(worth as text), '-'), version) from bulk where id = '" + id + "'")) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
