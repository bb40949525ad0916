package com.operatoros.payments.payment.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.business.Business;
import com.operatoros.payments.business.DueDate;
import com.operatoros.payments.business.InvoiceMailer;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentOrder;
import com.operatoros.payments.payment.Payments;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Due dates are days of the business, wherever the server is (rule B1). */
@Isolated("it changes the zone of the whole process")
class DueDateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T23:30, America/New_York, UTC",
        "2026-11-23T23:30, America/New_York, Asia/Tokyo",
        "2026-11-23T00:30, Pacific/Kiritimati, UTC",
        "2026-11-23T00:30, Pacific/Kiritimati, America/Los_Angeles"
    })
    void the_days_are_counted_from_today_where_the_business_is(
            LocalDateTime moment, ZoneId business, String serverZone) {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(serverZone));
        try {
            BillingProfile profile = profile(business);
            Clock clock = Clock.fixed(moment.atZone(business).toInstant(), ZoneOffset.UTC);

            LocalDate due = order(draft("0", null), PaymentDraft.Terms.of(profile, clock))
                    .dueDate();

            assertEquals(LocalDate.of(2026, 11, 23), due);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Kiritimati", "Europe/Berlin", "America/Sao_Paulo", "UTC"})
    void the_moment_that_stripe_gets_is_on_the_same_day_where_the_business_is(ZoneId business) {
        LocalDate day = LocalDate.of(2026, 3, 29);

        Instant end = DueDate.end(day, business);

        assertEquals(day, LocalDate.ofInstant(end, business));
        assertEquals(day.plusDays(1), LocalDate.ofInstant(end.plusSeconds(1), business));
    }

    @Test
    void an_invoice_that_is_due_today_is_not_over_yet() {
        ZoneId business = ZoneId.of("America/New_York");
        Instant created =
                LocalDateTime.of(2026, 11, 23, 23, 30).atZone(business).toInstant();

        Instant end = DueDate.end(LocalDate.of(2026, 11, 23), business);

        assertTrue(end.isAfter(created));
    }

    @Test
    void a_date_of_yesterday_is_past_only_where_it_is_yesterday() {
        Instant moment = Instant.parse("2026-11-23T03:00:00Z");
        Clock clock = Clock.fixed(moment, ZoneOffset.UTC);
        PaymentDraft draft = draft(null, "2026-11-22");

        PaymentOrder inNewYork = order(draft, PaymentDraft.Terms.of(profile(ZoneId.of("America/New_York")), clock));

        assertEquals(LocalDate.of(2026, 11, 22), inNewYork.dueDate());
        Checked<PaymentOrder> inTokyo = draft.check(PaymentDraft.Terms.of(profile(ZoneId.of("Asia/Tokyo")), clock));
        assertEquals("due.past", inTokyo.errors().get(0).message().key());
    }

    @Test
    void a_duplicate_is_due_after_as_many_days_as_the_original() {
        PaymentOrder order =
                order(draft(null, "2026-12-03"), new PaymentDraft.Terms(Currency.USD, 30, LocalDate.of(2026, 11, 23)));
        Payment original = Payments.ofOrder(order);

        PaymentOrder again = original.bill().again(LocalDate.of(2026, 11, 23), LocalDate.of(2027, 1, 1));

        assertEquals(LocalDate.of(2027, 1, 11), again.dueDate());
    }

    private static BillingProfile profile(ZoneId zone) {
        Business business = new Business("Studio", null, null, null, null, null, null);
        return new BillingProfile(
                business, zone, Currency.USD, 30, InvoiceMailer.AUTO, "http://localhost:9080", "node", false);
    }

    private static PaymentDraft draft(@Nullable String days, @Nullable String date) {
        return new PaymentDraft("invoice", "P", null, "a@b.co", "5", null, null, days, date, true);
    }

    private static PaymentOrder order(PaymentDraft draft, PaymentDraft.Terms terms) {
        return draft.check(terms).value().orElseThrow();
    }
}
