package com.operatoros.payments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.StatementCounter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Reads the pages that grow with the payments, as an admin does. */
final class PageLoad {

    private static final int WARM_UP = 10;
    private static final int TIMES = 40;

    private final AdminApi admin;
    private final StatementCounter statements;

    PageLoad(AdminApi admin, StatementCounter statements) {
        this.admin = admin;
        this.statements = statements;
    }

    /** How long it took, and how many statements it asked. */
    record Page(Sample sample, long statements) {}

    /**
     * Reads each of them some times.
     *
     * @param middle a day in the middle of all payments
     * @param first the day of the first ones
     */
    Map<String, Page> read(String middle, String first) throws SQLException {
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("list, first page", "admin/payments");
        addresses.put("list, page in the middle", "admin/api/payments?cursor=" + cursorBefore(middle));
        addresses.put("list, last page", "admin/api/payments?cursor=" + cursorBefore(first));
        addresses.put("filter by status", "admin/payments?status=failed");
        addresses.put("filter, sorted by amount", "admin/payments?status=paid&sort=-amount");
        addresses.put("search for a client", "admin/payments?q=client777@");
        addresses.put("search that finds nothing", "admin/payments?q=zzzqqq");
        addresses.put("overview with totals", "admin/overview");
        addresses.put("reports", "admin/reports");
        addresses.put("projects", "admin/projects");
        Map<String, Page> pages = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : addresses.entrySet()) {
            pages.put(each.getKey(), read(each.getValue()));
        }
        return pages;
    }

    private String cursorBefore(String day) {
        return admin.get("admin/api/payments?limit=1&to=" + day)
                .json()
                .get("next_cursor")
                .getAsString();
    }

    private Page read(String address) throws SQLException {
        for (int i = 0; i < WARM_UP; i++) {
            admin.get(address);
        }
        List<Long> micros = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long before = statements.count();
            long start = System.nanoTime();
            assertEquals(200, admin.get(address).status(), address);
            micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
            asked.add(statements.count() - before);
        }
        long all = micros.stream().mapToLong(each -> each).sum();
        // Workers may be at it by chance: the least is what the page asks.
        return new Page(
                Sample.of(micros, Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(all))),
                asked.stream().mapToLong(each -> each).min().orElse(0));
    }
}
