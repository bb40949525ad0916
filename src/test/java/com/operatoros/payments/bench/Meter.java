package com.operatoros.payments.bench;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.support.Node;
import com.operatoros.payments.support.StatementCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/** Reads what has been used so far: processor time of the server and of PostgreSQL, statements, log of changes. */
final class Meter {

    private final Node node;
    private final EmbeddedDatabase database;
    private final StatementCounter statements;

    Meter(Node node, EmbeddedDatabase database, StatementCounter statements) {
        this.node = node;
        this.database = database;
        this.statements = statements;
    }

    /**
     * What has been used.
     *
     * @param hot updates of payments that touched no index
     */
    record Used(Duration server, Duration postgres, long statements, long walBytes, long updates, long hot) {

        Used since(Used before) {
            return new Used(
                    server.minus(before.server),
                    postgres.minus(before.postgres),
                    statements - before.statements,
                    walBytes - before.walBytes,
                    updates - before.updates,
                    hot - before.hot);
        }
    }

    Used read() throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select cast(pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') as bigint), n_tup_upd, n_tup_hot_upd"
                                + " from pg_stat_user_tables where relname = 'payment'")) {
            row.next();
            ProcessHandle postmaster = database.process().orElseThrow();
            return new Used(
                    cpu(Stream.of(node.process())),
                    cpu(Stream.concat(Stream.of(postmaster), postmaster.children())),
                    statements.count(),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3));
        }
    }

    /** What of the server is in memory. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(node.process().pid()), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) << 10)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Duration cpu(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
