package com.operatoros.payments.admin;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.AdminApi.anInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.StatementCounter;
import com.operatoros.payments.support.StripeControls;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages ask of the database, however many rows they show. */
@ExtendWith(RunningApplication.class)
class StatementsIT {

    private static final String CARD = "4242424242424242";

    private static final AdminApi ADMIN = AdminApi.asAdmin();

    private static StatementCounter counter;
    private static JsonObject invoice;

    /** Payments of all kinds: paid, declined, paid in part, waiting. */
    @BeforeAll
    static void fill() throws SQLException {
        counter = StatementCounter.start();
        for (int i = 0; i < 8; i++) {
            pay(ADMIN.create(aLink()).json(), CARD, "");
            pay(ADMIN.create(aLink()).json(), CARD, ",'discount':500");
            pay(ADMIN.create(aLink()).json(), "4000000000000002", "");
            ADMIN.create(aLink());
        }
        invoice = ADMIN.create(anInvoice()).json();
        StripeControls.use(
                "pay",
                "{'id':'%s','card':'" + CARD + "','amount':100}",
                invoice.getAsJsonObject("stripe").get("invoice_id").getAsString());
        Eventually.get(() -> Optional.of(ADMIN.payment(invoice.get("id").getAsString()))
                .filter(payment -> payment.get("partly_paid").getAsBoolean()));
    }

    private static void pay(JsonObject link, String card, String more) {
        String id = link.getAsJsonObject("stripe").get("payment_link_id").getAsString();
        StripeControls.use("pay", "{'id':'%s','card':'%s'" + more + "}", id, card);
    }

    @AfterAll
    static void stop() throws SQLException {
        counter.close();
    }

    @ParameterizedTest
    @CsvSource({
        "admin/payments, 6",
        "admin/payments?status=pending&limit=100, 6",
        "admin/payments?q=acme, 6",
        "admin/overview, 14",
        "admin/reports, 10",
        "admin/projects, 6",
        "admin/notifications, 6",
        "admin/api/payments?limit=100, 6"
    })
    void a_page_asks_little(String address, int most) {
        assertAsksAtMost(most, address);
    }

    @Test
    void the_page_of_a_payment_asks_little() {
        assertAsksAtMost(14, "admin/payment?id=" + invoice.get("id").getAsString());
    }

    /** Workers may be at it by chance, as the mails of all these payments are sent: the least of all counts is what the page asks. */
    private static void assertAsksAtMost(int most, String address) {
        AtomicLong least = new AtomicLong(Long.MAX_VALUE);
        try {
            Eventually.get(() -> Optional.of(least.accumulateAndGet(asks(address), Math::min))
                    .filter(count -> count <= most));
        } catch (AssertionError tooMany) {
            throw new AssertionError(address + " asks " + least + " times", tooMany);
        }
        assertTrue(least.get() > 0);
    }

    private static long asks(String address) {
        try {
            long before = counter.count();
            assertEquals(200, ADMIN.get(address).status());
            return counter.count() - before;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
