package com.operatoros.payments.bench;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A transaction that does the least that an event must do, run by PostgreSQL's own {@code pgbench} where there is one. */
final class Reference {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9]+)");
    private static final String SCRIPT = """
            \\set payment random(1, 100000)
            begin;
            insert into bench_event (id) values (gen_random_uuid());
            select status from bench_payment where id = :payment for update;
            update bench_payment set status = 'paid' where id = :payment;
            insert into bench_notice (payment_id, words) values (:payment, 'Payment received');
            commit;
            """;

    private final EmbeddedDatabase database;
    private final Path script;

    private Reference(EmbeddedDatabase database, Path script) {
        this.database = database;
        this.script = script;
    }

    static Reference prepare(EmbeddedDatabase database) throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table bench_event (id uuid primary key, at timestamptz default now())");
            statement.execute("create table bench_payment (id bigint primary key, status text)");
            statement.execute("create table bench_notice (id bigint generated always as identity primary key,"
                    + " payment_id bigint, words text)");
            statement.execute("insert into bench_payment select i, 'pending' from generate_series(1, 100000) i");
            statement.execute("vacuum (analyze) bench_payment");
        }
        return new Reference(database, Files.writeString(Files.createTempFile("reference", ".sql"), SCRIPT));
    }

    /** How many of these a second; nothing where there is no {@code pgbench}. */
    OptionalLong run(int connections, Duration duration) throws IOException, InterruptedException {
        if (Stream.of(System.getenv("PATH").split(":"))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")))) {
            return OptionalLong.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "pgbench",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + connections,
                        "--jobs=" + Math.min(2, connections),
                        "--time=" + duration.toSeconds(),
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + database.port(),
                        "--username=" + database.user(),
                        database.user()))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.user());
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher rate = RATE.matcher(told);
        if (!rate.find()) {
            throw new IOException(told);
        }
        return OptionalLong.of(Long.parseLong(rate.group(1)));
    }
}
