package com.operatoros.payments.bench;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.mail.MailInbox;
import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import com.operatoros.payments.support.ManyPayments;
import com.operatoros.payments.support.Node;
import com.operatoros.payments.support.StatementCounter;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** What one event costs beside a million payments: in rounds that take turns, of which the middle one counts. */
class EventsBench {

    private static final int PAYMENTS = 1_000_000;
    private static final int ROUNDS = 3;
    private static final List<Integer> CONNECTIONS = List.of(1, 8, 32);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(12);

    /** The figures of one round with some connections. */
    private record Figures(EventLoad.Delivered delivered, Meter.Used used, OptionalLong reference) {

        long each(ToLongFunction<Meter.Used> what) {
            return what.applyAsLong(used) / Math.max(1, delivered.micros().size());
        }
    }

    @Test
    void what_an_event_costs() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(null, 0);
                MailInbox mail = MailInbox.start(0, null);
                StripeSandbox stripe = StripeSandbox.start(
                        new StripeSandbox.Settings(0, TestEnvironment.WEBHOOK_SECRET, null, null))) {
            Map<String, String> surroundings = new HashMap<>(database.settings());
            surroundings.putAll(mail.settings());
            surroundings.put("STRIPE_API_BASE", stripe.base().toString());
            surroundings.put("STRIPE_WEBHOOK_SECRET", TestEnvironment.WEBHOOK_SECRET);
            surroundings.put("JVM_ARGS", "-Xmx256m");
            try (Node node = Node.start("events", surroundings);
                    StatementCounter statements = StatementCounter.start(database)) {
                node.awaitReady();
                ManyPayments.fill(database.dataSource(), 1, PAYMENTS);
                measure(
                        new EventLoad(node.webhooks(), payable(database)),
                        new Meter(node, database, statements),
                        Reference.prepare(database));
            }
        }
    }

    private static void measure(EventLoad load, Meter meter, Reference reference) throws Exception {
        load.run(8, WARM_UP);
        Map<Integer, List<Figures>> rounds = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int connections : CONNECTIONS) {
                Meter.Used before = meter.read();
                EventLoad.Delivered delivered = load.run(connections, ROUND);
                Meter.Used used = meter.read().since(before);
                Figures figures = new Figures(delivered, used, reference.run(connections, ROUND));
                rounds.computeIfAbsent(connections, some -> new ArrayList<>()).add(figures);
            }
        }
        CONNECTIONS.forEach(connections -> print(connections, rounds.getOrDefault(connections, List.of())));
    }

    private static void print(int connections, List<Figures> rounds) {
        Figures middle = rounds.stream()
                .sorted(Comparator.comparing(figures -> figures.delivered().perSecond()))
                .skip(ROUNDS / 2)
                .findFirst()
                .orElseThrow();
        System.out.printf(
                "%2d connections: %4d events/s, %d refused, p50 %6d us, p99 %7d us; for each event: server %5d us, PostgreSQL %5d us,"
                        + " %3d statements, %6d bytes of WAL, %d %% HOT; pgbench %s/s%n",
                connections,
                middle.delivered().perSecond(),
                middle.delivered().refused(),
                middle.delivered().micros(50),
                middle.delivered().micros(99),
                middle.each(used -> used.server().toNanos() / 1_000),
                middle.each(used -> used.postgres().toNanos() / 1_000),
                middle.each(Meter.Used::statements),
                middle.each(Meter.Used::walBytes),
                100 * middle.used().hot() / Math.max(1, middle.used().updates()),
                middle.reference().isPresent() ? middle.reference().getAsLong() : "-");
    }

    /** Payments that wait for just the money that the events bring, each with a link. */
    private static Queue<String> payable(EmbeddedDatabase database) throws SQLException {
        Queue<String> links = new ConcurrentLinkedQueue<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update operatoros_payments.payment set amount_minor = 1999, ordered_minor = 1999,"
                    + " outstanding_minor = 1999, currency = 'usd', payment_link_id = 'plink_' || replace(reference, '-', ''),"
                    + " opened_at = created_at, payment_intent_id = null where status = 'pending' and type = 'link'");
            statement.execute("insert into operatoros_payments.stripe_object (id, payment_id, kind, recorded_at)"
                    + " select payment_link_id, id, 'payment_link', now() from operatoros_payments.payment"
                    + " where status = 'pending' and type = 'link'");
            statement.execute("vacuum (analyze) operatoros_payments.payment, operatoros_payments.stripe_object");
            try (ResultSet row = statement.executeQuery("select payment_link_id from operatoros_payments.payment"
                    + " where status = 'pending' and type = 'link' order by md5(reference)")) {
                while (row.next()) {
                    links.add(row.getString(1));
                }
            }
        }
        return links;
    }
}
