package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.mail.ReceivedMail;
import com.operatoros.payments.support.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a creation must have ended with, on our side and at Stripe's. */
final class Bill {

    private static final Duration MAILED = Duration.ofSeconds(60);

    private final Scene scene;
    private final StripeBooks books;
    private final JsonObject payment;
    private final JsonObject ids;

    private Bill(Scene scene, JsonObject payment) {
        this.scene = scene;
        this.books = scene.books();
        this.payment = payment;
        this.ids = payment.getAsJsonObject("stripe");
    }

    static <T> T only(List<T> all) {
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    /** It can be paid, and everything of it is there exactly once. */
    static void assertPayableOnce(Scene scene, JsonObject payment) {
        Bill bill = new Bill(scene, payment);
        assertEquals("pending", text(payment, "status"));
        if (text(payment, "type").equals("link")) {
            bill.assertOneLink();
        } else {
            bill.assertOneInvoice();
        }
        bill.assertOneMail();
    }

    private void assertOneLink() {
        JsonObject link = only(books.links(text(payment, "id")));
        assertEquals(text(link, "id"), text(ids, "payment_link_id"));
        assertEquals(text(link, "url"), text(payment, "url"));
        assertTrue(link.get("active").getAsBoolean());
    }

    private void assertOneInvoice() {
        String id = text(payment, "id");
        JsonObject invoice = only(books.invoices(id));
        assertEquals("open", text(invoice, "status"));
        assertEquals(Client.MINOR, invoice.get("total").getAsLong());
        assertEquals(1, invoice.getAsJsonObject("lines").getAsJsonArray("data").size());
        only(books.items(id));
        JsonObject customer = only(books.customers(text(payment, "client_email")));
        assertEquals(text(payment, "client_name"), text(customer, "name"));
        assertSame(customer, "id", ids, "customer_id");
        assertSame(invoice, "id", ids, "invoice_id");
        assertSame(invoice, "number", ids, "invoice_number");
        assertSame(invoice, "hosted_invoice_url", payment, "url");
        assertSame(invoice, "invoice_pdf", payment, "pdf_url");
    }

    /** A second copy is allowed, which mail programs show once because its Message-ID is the same. */
    private void assertOneMail() {
        List<ReceivedMail> mails = Eventually.within(
                MAILED, () -> Optional.of(scene.mailsAbout(payment)).filter(found -> !found.isEmpty()));
        assertEquals(1, mails.stream().map(ReceivedMail::messageId).distinct().count(), mails::toString);
    }

    private static void assertSame(JsonObject stripe, String theirs, JsonObject payment, String ours) {
        assertFalse(text(stripe, theirs).isEmpty(), theirs);
        assertEquals(text(stripe, theirs), text(payment, ours), ours);
    }
}
