package com.operatoros.payments.support;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Counts the statements that PostgreSQL is sent; those of workers that are at it by chance make single counts larger, never smaller. */
public final class StatementCounter implements AutoCloseable {

    private static final String COUNT = "select coalesce(sum(s.calls), 0) from pg_stat_statements s"
            + " join pg_database d on d.oid = s.dbid and d.datname = current_database()"
            + " where s.query !~* '^(begin|commit|rollback|set|show|discard)' and s.query not like '%pg_stat_statements%'";

    private final Connection connection;

    private StatementCounter(Connection connection) {
        this.connection = connection;
    }

    /** Counts in the database of the tests. */
    public static StatementCounter start() throws SQLException {
        return start(TestEnvironment.database());
    }

    /** Counts in another database. */
    public static StatementCounter start(EmbeddedDatabase database) throws SQLException {
        Properties superuser = new Properties();
        superuser.put("user", "postgres");
        superuser.put("password", "postgres");
        String address = "jdbc:postgresql://127.0.0.1:" + database.port() + "/" + database.user();
        Connection connection = DriverManager.getConnection(address, superuser);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements schema public");
        }
        return new StatementCounter(connection);
    }

    /** How many statements have been sent so far. */
    public long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet counted = statement.executeQuery(COUNT)) {
            counted.next();
            return counted.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
