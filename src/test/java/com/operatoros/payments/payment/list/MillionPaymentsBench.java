package com.operatoros.payments.payment.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.mail.MailInbox;
import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.ManyPayments;
import com.operatoros.payments.support.Node;
import com.operatoros.payments.support.TestEnvironment;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million payments feel as ten thousand: pages by key, searches by an index, sums without reading the payments. */
@Tag("alone")
class MillionPaymentsBench {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int TRIES = 3;

    /** What nobody minds waiting for, on a machine that does other things as well. */
    private static final long QUICK = TimeUnit.MILLISECONDS.toMillis(1000);

    private static final List<String> LISTS = List.of(
            "payments",
            "payments?sort=created",
            "payments?sort=amount",
            "payments?sort=-amount",
            "payments?sort=due",
            "payments?sort=-due",
            "payments?status=pending",
            "payments?status=paid",
            "payments?status=failed&sort=-amount",
            "payments?status=overdue&sort=due",
            "payments?status=refunded",
            "payments?status=disputed",
            "payments?status=attention",
            "payments?status=canceled&sort=amount",
            "payments?type=invoice&sort=due",
            "payments?project=Project+3",
            "payments?project=Project+3&sort=-amount",
            "payments?client=client7@example.com",
            "payments?from=2023-05-01&to=2023-05-03",
            "payments?q=client777@",
            "payments?q=com",
            "payments?q=777",
            "payments?q=m-9999",
            "payments?q=m-12",
            "payments?q=project+1",
            "payments?q=zzzqqq",
            "payments?q=pi_abc",
            "payments?q=client+1999&status=failed",
            "payments?q=%25_%27%5C",
            "reports/summary",
            "reports/monthly",
            "reports/projects");

    private static EmbeddedDatabase database;
    private static MailInbox mail;
    private static StripeSandbox stripe;
    private static Node node;
    private static AdminApi admin;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedDatabase.start(null, 0);
        mail = MailInbox.start(0, null);
        stripe = StripeSandbox.start(new StripeSandbox.Settings(0, TestEnvironment.WEBHOOK_SECRET, null, null));
        Map<String, String> surroundings = new HashMap<>(database.settings());
        surroundings.putAll(mail.settings());
        surroundings.put("STRIPE_API_BASE", stripe.base().toString());
        node = Node.start("million", surroundings);
        node.awaitReady();
        admin = node.admin();
    }

    @AfterAll
    static void stop() {
        node.close();
        stripe.close();
        mail.close();
        database.close();
    }

    @Test
    void the_lists_and_the_sums_are_as_quick_and_the_sums_are_exact() throws SQLException {
        ManyPayments.fill(database.dataSource(), 1, FEW);
        Map<String, Long> before = times();
        ManyPayments.fill(database.dataSource(), FEW + 1, MANY);

        Map<String, Long> after = times();

        after.forEach((list, millis) ->
                System.out.printf("%-45s %5d ms, of ten thousand %5d ms%n", list, millis, before.get(list)));
        after.forEach((list, millis) -> assertTrue(millis < QUICK, list + " took " + millis + " ms"));
        assertEquals(sumsOfRows(), sums());
    }

    /** The best of some tries of each, and of the last page. */
    private static Map<String, Long> times() throws SQLException {
        Map<String, Long> times = new LinkedHashMap<>();
        LISTS.forEach(list -> times.put(list, time("admin/api/" + list)));
        times.put("the last page", time("admin/api/payments?cursor=" + lastPage()));
        return times;
    }

    private static long time(String path) {
        return IntStream.range(0, TRIES)
                .mapToLong(each -> {
                    long start = System.nanoTime();
                    assertEquals(200, admin.get(path).status(), path);
                    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                })
                .min()
                .orElseThrow();
    }

    /** Behind which payment the last page of the newest-first list begins. */
    private static String lastPage() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select created_at, id from operatoros_payments.payment"
                        + " order by created_at, id offset 10 limit 1")) {
            row.next();
            return new PaymentCursor(
                            PaymentSort.CREATED_DESC,
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            row.getObject(2, UUID.class))
                    .text();
        }
    }

    private static Map<String, String> sums() {
        Map<String, String> sums = new TreeMap<>();
        for (JsonElement each : admin.get("admin/api/reports/summary").json().getAsJsonArray("currencies")) {
            JsonObject currency = each.getAsJsonObject();
            for (String measure : List.of("billed", "paid", "outstanding", "failed", "canceled")) {
                sums.put(
                        currency.get("currency").getAsString() + " " + measure,
                        currency.get(measure).getAsBigDecimal().stripTrailingZeros() + " in "
                                + currency.get(measure + "_count").getAsLong());
            }
        }
        return sums;
    }

    private static Map<String, String> sumsOfRows() throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SUMS)) {
            while (row.next()) {
                BigDecimal sum = row.getBigDecimal(3).movePointLeft(2).stripTrailingZeros();
                sums.put(row.getString(1) + " " + row.getString(2), sum + " in " + row.getLong(4));
            }
        }
        return sums;
    }

    private static final String SUMS = """
            select currency, measure, sum(minor), count(*) from operatoros_payments.payment cross join lateral (values
                ('billed', status <> 'canceled', amount_minor), ('paid', status = 'paid', amount_paid_minor),
                ('outstanding', status in ('pending', 'failed'), amount_minor), ('failed', status = 'failed', amount_minor),
                ('canceled', status = 'canceled', amount_minor)) as m (measure, counts, minor)
            where m.counts group by 1, 2""";
}
