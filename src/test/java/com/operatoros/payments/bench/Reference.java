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

/** Transactions that are measured by PostgreSQL's own {@code pgbench}, where there is one. */
final class Reference {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9]+)");
    /** The least that an event must do. */
    private static final String SMALL = """
            \\set payment random(1, 100000)
            begin;
            insert into bench_event (id) values (gen_random_uuid());
            select status from bench_payment where id = :payment for update;
            update bench_payment set status = 'paid' where id = :payment;
            insert into bench_notice (payment_id, words) values (:payment, 'Payment received');
            commit;
            """;

    /** What we do for one event that comes alone, with all our indexes and triggers. */
    private static final String OURS = """
            \\set n random(1, 20000)
            begin;
            select p.* from operatoros_payments.payment p, bench_ours o where o.n = :n and p.id = o.payment_id for update of p;
            select f.* from operatoros_payments.payment_fact f join bench_ours o on o.payment_id = f.payment_id where o.n = :n;
            select s.* from operatoros_payments.stripe_object s join bench_ours o on o.payment_id = s.payment_id where o.n = :n;
            insert into operatoros_payments.stripe_event (id, type, payment_id, created_at, received_at, payload, outcome)
                select 'evt_' || gen_random_uuid(), 'checkout.session.completed', payment_id, now(), now(), repeat('x', 900), 'applied'
                from bench_ours where n = :n;
            insert into operatoros_payments.notification (payment_id, fact, level, message, recovered, at, times)
                select payment_id, 'bench:' || gen_random_uuid(), 'info', '{}', false, now(), 1 from bench_ours where n = :n;
            update operatoros_payments.payment set status = case status when 'paid' then 'pending' else 'paid' end, paid_at = now(),
                amount_paid_minor = amount_minor, version = version + 1 where id = (select payment_id from bench_ours where n = :n);
            insert into operatoros_payments.payment_fact (key, kind, id, payment_id, intent_id, state, amount_minor, currency, reported_at)
                select 'attempt:' || gen_random_uuid(), 'attempt', 'pi', payment_id, 'pi', 'paid', 1999, 'usd', now()
                from bench_ours where n = :n;
            insert into operatoros_payments.stripe_object (id, payment_id, kind, recorded_at)
                select 'pi_' || gen_random_uuid(), payment_id, 'payment_intent', now() from bench_ours where n = :n;
            insert into operatoros_payments.payment_history (id, payment_id, at, kind, actor, message)
                select nextval('operatoros_payments.payment_history_id_seq'), payment_id, now(), 'fact', 'bench', '{}'
                from bench_ours where n = :n;
            commit;
            """;

    private final EmbeddedDatabase database;
    private final Path script;

    private Reference(EmbeddedDatabase database, Path script) {
        this.database = database;
        this.script = script;
    }

    static Reference small(EmbeddedDatabase database) throws SQLException, IOException {
        return prepare(
                database,
                SMALL,
                "create table bench_event (id uuid primary key, at timestamptz default now())",
                "create table bench_payment (id bigint primary key, status text)",
                "create table bench_notice (id bigint generated always as identity primary key,"
                        + " payment_id bigint, words text)",
                "insert into bench_payment select i, 'pending' from generate_series(1, 100000) i",
                "vacuum (analyze) bench_payment");
    }

    static Reference ours(EmbeddedDatabase database) throws SQLException, IOException {
        return prepare(
                database,
                OURS,
                "create table bench_ours (n bigint primary key, payment_id uuid)",
                "insert into bench_ours select row_number() over (), id from (select id from operatoros_payments.payment"
                        + " where type = 'invoice' and status = 'paid' order by md5(reference) limit 20000) p",
                "vacuum (analyze) bench_ours");
    }

    private static Reference prepare(EmbeddedDatabase database, String script, String... statements)
            throws SQLException, IOException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
        return new Reference(database, Files.writeString(Files.createTempFile("reference", ".sql"), script));
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
