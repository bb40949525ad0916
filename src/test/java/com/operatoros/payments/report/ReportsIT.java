package com.operatoros.payments.report;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StripeControls;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the payments come to, as JSON. */
@ExtendWith(RunningApplication.class)
class ReportsIT {

    private static final String GOOD_CARD = "4242424242424242";
    private static final String EMPTY_CARD = "4000000000009995";

    private final AdminApi admin = AdminApi.asAdmin();
    private final String project = "Project " + UUID.randomUUID();

    @Test
    void each_project_has_its_sums_in_each_currency() {
        String paid = create(aLink());
        StripeControls.pay(stripe(paid, "payment_link_id"), GOOD_CARD);
        admin.await(paid, "paid");
        admin.post("admin/api/payments/" + paid + "/refund", "{\"amount\":\"4.99\"}");
        String failed = create(aLink());
        StripeControls.pay(stripe(failed, "payment_link_id"), EMPTY_CARD);
        admin.await(failed, "failed");
        admin.act(create(aLink()), "cancel");
        create(aLink("currency", "\"jpy\"", "amount", "5000"));
        create(anInvoice());

        JsonObject dollars = of("reports/projects", "project", project, "usd");
        JsonObject yen = of("reports/projects", "project", project, "jpy");

        assertFigure(dollars, "billed", 3, "2539.98");
        assertFigure(dollars, "paid", 1, "19.99");
        assertFigure(dollars, "refunded", 1, "4.99");
        assertFigure(dollars, "outstanding", 2, "2519.99");
        assertFigure(dollars, "failed", 1, "19.99");
        assertFigure(dollars, "pending", 1, "2500.00");
        assertFigure(dollars, "overdue", 0, "0");
        assertFigure(dollars, "disputed", 0, "0");
        assertFigure(yen, "billed", 1, "5000");
        assertEquals(5000, yen.get("billed_minor").getAsLong());
    }

    @Test
    void a_summary_counts_what_belongs_to_its_days() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        long before = billedCount(today, today);
        long never = billedCount(today.plusDays(1), today.plusDays(1));

        create(aLink());

        // The day may have ended meanwhile.
        assertTrue(billedCount(today, today.plusDays(1)) > before);
        assertEquals(never, billedCount(today.plusDays(2), today.plusDays(2)));
    }

    @Test
    void the_months_add_up_to_the_summary() {
        create(aLink());

        BigDecimal summary = amount(of("reports/summary", "currency", "usd", "usd"), "billed");

        BigDecimal months = data("reports/monthly").stream()
                .filter(month -> month.get("currency").getAsString().equals("usd"))
                .peek(month -> YearMonth.parse(month.get("month").getAsString()))
                .map(month -> amount(month, "billed"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, summary.compareTo(months));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "to=", "from=2026-02-30"})
    void a_day_that_is_none_is_refused(String query) {
        assertEquals(400, admin.get("admin/api/reports/summary?" + query).status());
    }

    private String create(JsonObject payment) {
        payment.addProperty("project_name", project);
        AdminApi.Answer answer = admin.create(payment);
        assertEquals(201, answer.status(), () -> answer.json().toString());
        return answer.json().get("id").getAsString();
    }

    private String stripe(String id, String field) {
        return admin.payment(id).getAsJsonObject("stripe").get(field).getAsString();
    }

    private long billedCount(LocalDate from, LocalDate to) {
        return data("reports/summary?from=" + from + "&to=" + to).stream()
                .mapToLong(figures -> figures.get("billed_count").getAsLong())
                .sum();
    }

    private JsonObject of(String report, String name, String value, String currency) {
        return data(report).stream()
                .filter(figures -> figures.get(name).getAsString().equals(value)
                        && figures.get("currency").getAsString().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> data(String report) {
        JsonObject json = admin.get("admin/api/" + report).json();
        return StreamSupport.stream(
                        json.getAsJsonArray(json.has("data") ? "data" : "currencies")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    private static void assertFigure(JsonObject figures, String measure, long count, String sum) {
        assertEquals(count, figures.get(measure + "_count").getAsLong(), measure);
        assertEquals(0, amount(figures, measure).compareTo(new BigDecimal(sum)), measure + " " + figures);
    }

    private static BigDecimal amount(JsonObject figures, String measure) {
        return figures.get(measure).getAsBigDecimal();
    }
}
