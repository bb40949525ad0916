package com.operatoros.payments.bench;

import static com.operatoros.payments.support.AdminApi.aLink;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.mail.MailInbox;
import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import com.operatoros.payments.support.ManyPayments;
import com.operatoros.payments.support.Node;
import com.operatoros.payments.support.StatementCounter;
import com.operatoros.payments.support.TestEnvironment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What things cost beside a million payments: pages, creations, events. What depends on the machine's mood is measured in rounds that
 * take turns, of which the middle one counts.
 */
@Tag("alone")
class CostBench {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int ROUNDS = 3;
    private static final int EVENTS = 100_000;
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final List<Integer> RATES = List.of(300, 500);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration ROUND = Duration.ofSeconds(12);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final BenchReport report = new BenchReport();

    /** The figures of one round with some connections. */
    private record Figures(EventLoad.Delivered delivered, Meter.Used used, OptionalLong small, OptionalLong ours) {

        double each(ToLongFunction<Meter.Used> what) {
            return (double) what.applyAsLong(used)
                    / Math.max(1, delivered.sample().micros().size());
        }

        Map<String, Object> row() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("events/s", delivered.sample().perSecond());
            row.put("to pgbench (a)", ratio(small));
            row.put("to pgbench (b)", ratio(ours));
            row.put("p50 ms", delivered.sample().micros(50) / 1e3);
            row.put("p99 ms", delivered.sample().micros(99) / 1e3);
            row.put("server µs", Math.round(each(all -> all.server().toNanos() / 1_000)));
            row.put("PostgreSQL µs", Math.round(each(all -> all.postgres().toNanos() / 1_000)));
            row.put("statements", each(Meter.Used::statements));
            row.put("WAL bytes", Math.round(each(Meter.Used::walBytes)));
            row.put("HOT %", 100 * used.hot() / Math.max(1, used.updates()));
            row.put("not 200", delivered.refused());
            return row;
        }

        private Object ratio(OptionalLong reference) {
            return reference.isPresent() ? (double) delivered.sample().perSecond() / reference.getAsLong() : "-";
        }
    }

    @Test
    void what_things_cost() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(null, 0);
                MailInbox mail = MailInbox.start(0, null);
                StripeSandbox stripe =
                        StripeSandbox.start(new StripeSandbox.Settings(0, TestEnvironment.WEBHOOK_SECRET, null, null));
                SlowStripe faraway = SlowStripe.before(stripe.base());
                StatementCounter statements = StatementCounter.start(database)) {
            Map<String, String> surroundings = new HashMap<>(database.settings());
            surroundings.putAll(mail.settings());
            surroundings.put("STRIPE_API_BASE", faraway.base().toString());
            surroundings.put("STRIPE_WEBHOOK_SECRET", TestEnvironment.WEBHOOK_SECRET);
            surroundings.put("JVM_ARGS", "-Xmx256m");
            try (Node node = started("start with an empty database, ms", surroundings)) {
                pages(database, new PageLoad(node.admin(), statements));
                creations(node);
            }
            Queue<String> links = payable(database);
            try (Node node = started("start beside a million payments, ms", surroundings)) {
                EventLoad load = new EventLoad(node.webhooks(), links);
                events(load, new Meter(node, database, statements), database);
            }
        } finally {
            report.write(Path.of("target", "bench.json"));
        }
    }

    private Node started(String name, Map<String, String> surroundings) {
        long start = System.nanoTime();
        Node node = Node.start("bench", surroundings);
        node.awaitReady();
        report.add(name, Duration.ofNanos(System.nanoTime() - start).toMillis());
        return node;
    }

    private void pages(EmbeddedDatabase database, PageLoad load) throws SQLException {
        ManyPayments.fill(database.dataSource(), 1, FEW);
        // Two minutes lie between two of them.
        Map<String, PageLoad.Page> few = load.read("2023-01-07", "2023-01-01");
        ManyPayments.fill(database.dataSource(), FEW + 1, MANY);
        Map<String, PageLoad.Page> many = load.read("2024-11-25", "2023-01-01");
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        many.forEach((name, page) -> {
            Sample before = few.getOrDefault(name, page).sample();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("p50 ms", page.sample().micros(50) / 1e3);
            row.put("p95 ms", page.sample().micros(95) / 1e3);
            row.put("p95 of ten thousand, ms", before.micros(95) / 1e3);
            row.put("ratio", (double) page.sample().micros(95) / Math.max(1, before.micros(95)));
            row.put("statements", page.statements());
            rows.put(name, row);
        });
        report.table("pages of a million payments", rows);
    }

    private void creations(Node node) throws Exception {
        int number = 200;
        node.admin().create(aLink());
        long start = System.nanoTime();
        ExecutorService admins = Executors.newFixedThreadPool(16);
        try {
            Callable<Integer> creation = () -> node.admin().create(aLink()).status();
            for (Future<Integer> each : admins.invokeAll(Collections.nCopies(number, creation))) {
                assertEquals(201, each.get());
            }
        } finally {
            admins.shutdown();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.add("links created a second by 16 at once, Stripe 100 ms away", Math.round(number / seconds));
    }

    private void events(EventLoad load, Meter meter, EmbeddedDatabase database) throws Exception {
        long first = load.run(8, FIRST).sample().perSecond();
        load.run(32, WARM_UP);
        Reference small = Reference.small(database);
        Reference ours = Reference.ours(database);
        Map<Integer, List<Figures>> rounds = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int connections : CONNECTIONS) {
                Meter.Used before = meter.read();
                EventLoad.Delivered delivered = load.run(connections, ROUND);
                Meter.Used used = meter.read().since(before);
                rounds.computeIfAbsent(connections, some -> new ArrayList<>())
                        .add(new Figures(delivered, used, small.run(connections, ROUND), ours.run(connections, ROUND)));
            }
        }
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (int connections : CONNECTIONS) {
            rows.put(
                    connections + " connections",
                    middle(rounds.getOrDefault(connections, List.of())).row());
        }
        report.table("events", rows);
        long steady =
                middle(rounds.getOrDefault(8, List.of())).delivered().sample().perSecond();
        report.add("rate of the first 10 s after ready to the steady one, %", 100 * first / Math.max(1, steady));
        openly(load);
        load.forge(8, FIRST);
        Meter.Used before = meter.read();
        Sample forged = load.forge(8, FIRST);
        long micros = meter.read().since(before).server().toNanos()
                / 1_000
                / Math.max(1, forged.micros().size());
        report.add("server µs for a bad signature", micros);
        report.add("refusals a second over 8 connections", forged.perSecond());
        while (load.delivered() < EVENTS) {
            load.run(32, ROUND);
        }
        report.add("resident memory after " + load.delivered() + " events, MB", meter.residentBytes() >> 20);
    }

    /** Where each comes at its time, as Stripe's do. */
    private void openly(EventLoad load) throws InterruptedException {
        Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
        for (int rate : RATES) {
            EventLoad.Delivered delivered = load.open(rate, MINUTE);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("p50 ms", delivered.sample().micros(50) / 1e3);
            row.put("p99 ms", delivered.sample().micros(99) / 1e3);
            row.put("not 200", delivered.refused());
            rows.put(rate + " a second for a minute", row);
        }
        report.table("events that come at their time", rows);
    }

    private static Figures middle(List<Figures> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparing(
                        figures -> figures.delivered().sample().perSecond()))
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Payments that wait for just the money that the events bring, each with a link. */
    private static Queue<String> payable(EmbeddedDatabase database) throws SQLException {
        Queue<String> links = new ConcurrentLinkedQueue<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update operatoros_payments.payment set amount_minor = 1999, ordered_minor = 1999,"
                            + " outstanding_minor = 1999, currency = 'usd', payment_link_id = 'plink_' || replace(reference, '-', ''),"
                            + " opened_at = created_at, checked_at = now(), payment_intent_id = null, status = 'pending'"
                            + " where status in ('pending', 'failed') and type = 'link' and created_by = 'admin' and reference like 'M-%'");
            statement.execute("insert into operatoros_payments.stripe_object (id, payment_id, kind, recorded_at)"
                    + " select payment_link_id, id, 'payment_link', now() from operatoros_payments.payment"
                    + " where status = 'pending' and type = 'link' and reference like 'M-%'");
            statement.execute("vacuum (analyze) operatoros_payments.payment, operatoros_payments.stripe_object");
            try (ResultSet row = statement.executeQuery("select payment_link_id from operatoros_payments.payment"
                    + " where status = 'pending' and type = 'link' and reference like 'M-%' order by md5(reference)")) {
                while (row.next()) {
                    links.add(row.getString(1));
                }
            }
        }
        return links;
    }
}
