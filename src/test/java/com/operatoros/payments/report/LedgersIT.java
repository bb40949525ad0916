package com.operatoros.payments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.AdminBrowser;
import com.operatoros.payments.support.Chromium;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the reports and the ledgers say of random payments is what somebody finds who reads them all. */
@ExtendWith(RunningApplication.class)
class LedgersIT {

    private static final List<String> MEASURES = List.of(
            "billed",
            "paid",
            "outstanding",
            "overdue",
            "pending",
            "failed",
            "canceled",
            "refunded",
            "disputed",
            "lost");

    /** Of the mode of the tests; how many of each measure, and their minor units. */
    private static final String ROWS = """
            with p as (select * from operatoros_payments.payment where not livemode)
            select %1$s, currency, measure, sum(counted), sum(minor) from (
                select p.*, m.measure, m.counted, m.minor from p cross join lateral (values
                    ('billed', 1, amount_minor, status not in ('canceled', 'rejected')),
                    ('paid', case when status = 'paid' then 1 else 0 end, amount_paid_minor, true),
                    ('outstanding', 1, outstanding_minor,
                        status in ('creating', 'pending', 'processing', 'failed')),
                    ('overdue', 1, outstanding_minor,
                        status in ('pending', 'failed') and due_date < current_date),
                    ('pending', 1, amount_minor, status in ('creating', 'pending', 'processing')),
                    ('failed', 1, amount_minor, status = 'failed'),
                    ('canceled', 1, amount_minor, status = 'canceled')
                ) as m (measure, counted, minor, counts) where m.counts
            ) payments group by 1, 2, 3 having sum(counted) <> 0 or sum(minor) <> 0
            union all
            select %1$s, r.currency, 'refunded', count(*), sum(r.amount_minor) from p
                join operatoros_payments.payment_fact r on r.payment_id = p.id and r.kind = 'refund'
                where r.state = 'succeeded' group by 1, 2
            union all
            select %1$s, d.currency, m.measure, count(*), sum(d.amount_minor) from p
                join operatoros_payments.payment_fact d on d.payment_id = p.id and d.kind = 'dispute'
                cross join lateral (values ('disputed', d.state not in ('won', 'warning_closed', 'prevented')),
                    ('lost', d.state = 'lost')) as m (measure, counts)
                where m.counts group by 1, 2, 3""";

    /** What is open of a project, by how late it is. */
    private static final String AGES = """
            select currency, case when late <= 0 then 0 when late <= 30 then 1 when late <= 60 then 2 when late <= 90 then 3
                else 4 end, sum(minor)
            from (select currency, outstanding_minor as minor,
                    case when status in ('pending', 'failed') then coalesce(current_date - due_date, 0) else 0 end as late
                from operatoros_payments.payment where not livemode and project_name = '%s'
                and status in ('creating', 'pending', 'processing', 'failed')) open
            group by 1, 2 having sum(minor) <> 0""";

    private final AdminApi admin = AdminApi.asAdmin();

    @BeforeEach
    void fillTheBooks() throws SQLException {
        for (int round = 0; round < 5; round++) {
            run(RandomBooks.PAYMENTS);
        }
        run(RandomBooks.REFUNDS);
        run(RandomBooks.DISPUTES);
        run(RandomBooks.MOVES);
        run(RandomBooks.REFUND_MOVES);
    }

    @AfterEach
    void takeTheRowsAway() throws SQLException {
        run(RandomBooks.GONE);
    }

    @Test
    void the_projects_and_clients_of_the_reports() throws SQLException {
        assertEquals(rows("project_name"), told("projects", "project"));
        assertEquals(rows("client_email"), told("clients", "client"));
    }

    @Test
    void the_ledger_of_each_project_by_age() throws SQLException {
        try (AdminBrowser browser = AdminBrowser.open(Chromium.shared()).logIn()) {
            for (String project : List.of("Project 0", "Project 1", "Project 2", "Project 3")) {
                browser.page().navigate("admin/projects?project=" + project.replace(' ', '+'));

                assertEquals(ages(project), shownAges(browser), project);
            }
        }
    }

    private static Map<String, String> rows(String name) throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ROWS.formatted(name))) {
            while (row.next()) {
                sums.put(
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3),
                        row.getLong(4) + " of " + row.getLong(5));
            }
        }
        assertFalse(sums.isEmpty());
        return sums;
    }

    private Map<String, String> told(String report, String name) {
        Map<String, String> sums = new TreeMap<>();
        for (JsonElement each : admin.get("admin/api/reports/" + report).json().getAsJsonArray("data")) {
            JsonObject group = each.getAsJsonObject();
            for (String measure : MEASURES) {
                long count = group.get(measure + "_count").getAsLong();
                long minor = group.get(measure + "_minor").getAsLong();
                if (count != 0 || minor != 0) {
                    String of = group.get(name).getAsString() + " "
                            + group.get("currency").getAsString();
                    sums.put(of + " " + measure, count + " of " + minor);
                }
            }
        }
        return sums;
    }

    private static Map<String, BigDecimal> ages(String project) throws SQLException {
        Map<String, BigDecimal> ages = new TreeMap<>();
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(AGES.formatted(project))) {
            while (row.next()) {
                String currency = row.getString(1).toUpperCase(Locale.ROOT);
                int decimals = currency.equals("JPY") ? 0 : 2;
                ages.put(
                        currency + " " + row.getInt(2),
                        row.getBigDecimal(3).movePointLeft(decimals).setScale(decimals));
            }
        }
        return ages;
    }

    private static Map<String, BigDecimal> shownAges(AdminBrowser browser) {
        Map<String, BigDecimal> ages = new TreeMap<>();
        for (Locator row : browser.page().locator("#ageing tbody tr").all()) {
            String currency = row.locator("th").innerText().strip();
            List<Locator> cells = row.locator("td").all();
            for (int age = 0; age < cells.size(); age++) {
                BigDecimal value = new BigDecimal(cells.get(age).getAttribute("data-value"));
                if (value.signum() != 0) {
                    ages.put(currency + " " + age, value);
                }
            }
        }
        return ages;
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
