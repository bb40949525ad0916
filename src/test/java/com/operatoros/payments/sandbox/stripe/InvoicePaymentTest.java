package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.Event;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.param.InvoicePayParams;
import com.stripe.param.InvoicePaymentListParams;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules SI4 to SI6 of the sandbox: what becomes of an open invoice. */
class InvoicePaymentTest {

    private StripeSandbox sandbox;
    private SandboxClient client;
    private Billing billing;

    @BeforeEach
    void start() throws IOException {
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", null, null));
        client = new SandboxClient(sandbox);
        billing = new Billing(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_card_pays_an_invoice() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(150_000);

        JsonObject answer = client.use("/_sandbox/pay", paying(open, "4242424242424242"));

        Invoice paid = billing.get(open);
        assertEquals("paid", answer.get("outcome").getAsString());
        assertEquals("paid", paid.getStatus());
        assertEquals(150_000, paid.getAmountPaid());
        assertEquals(0, paid.getAmountRemaining());
        assertTrue(paid.getAttempted());
        assertNotNull(paid.getStatusTransitions().getPaidAt());
        assertEquals(
                List.of(
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "invoice_payment.paid",
                        "invoice.updated",
                        "invoice.paid",
                        "invoice.payment_succeeded",
                        "charge.updated"),
                billing.eventsSince("charge.succeeded"));
    }

    @Test
    void the_payment_is_found_by_its_intent_and_names_the_invoice() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(150_000);
        String intent = client.use("/_sandbox/pay", paying(open, "4242424242424242"))
                .get("payment_intent")
                .getAsString();

        List<InvoicePayment> found = billing.stripe()
                .v1()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setPayment(InvoicePaymentListParams.Payment.builder()
                                .setType(InvoicePaymentListParams.Payment.Type.PAYMENT_INTENT)
                                .setPaymentIntent(intent)
                                .build())
                        .build())
                .getData();

        assertEquals(1, found.size());
        assertEquals(open.getId(), found.get(0).getInvoice());
        assertEquals("paid", found.get(0).getStatus());
        assertEquals(150_000, found.get(0).getAmountPaid());
    }

    @Test
    void payloads_leave_out_what_must_be_asked_for() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(150_000);
        client.use("/_sandbox/pay", paying(open, "4242424242424242"));

        Stream<JsonObject> payloads = billing.events().stream().map(InvoicePaymentTest::payload);

        payloads.forEach(object -> {
            assertFalse(object.has("payments"));
            assertFalse(object.has("confirmation_secret"));
            boolean isPayment = List.of("payment_intent", "charge")
                    .contains(object.get("object").getAsString());
            assertFalse(isPayment && object.has("invoice"));
        });
    }

    private static JsonObject payload(Event event) {
        return JsonParser.parseString(event.getDataObjectDeserializer().getRawJson())
                .getAsJsonObject();
    }

    @Test
    void a_declined_card_leaves_the_invoice_open_for_another_one() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(150_000);

        JsonObject declined = client.use("/_sandbox/pay", paying(open, "4000000000009995"));
        Invoice still = billing.get(open);
        List<String> events = billing.eventsSince("charge.failed");
        JsonObject paid = client.use("/_sandbox/pay", paying(open, "4242424242424242"));

        assertEquals("declined", declined.get("outcome").getAsString());
        assertEquals("insufficient_funds", declined.get("decline_code").getAsString());
        assertEquals("open", still.getStatus());
        assertEquals(1, still.getAttemptCount());
        assertEquals(
                List.of("charge.failed", "payment_intent.payment_failed", "invoice.updated", "invoice.payment_failed"),
                events);
        assertEquals("paid", paid.get("outcome").getAsString());
        assertEquals(declined.get("payment_intent"), paid.get("payment_intent"));
    }

    @Test
    void a_bank_account_pays_days_later() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(150_000);
        String intent = client.use("/_sandbox/pay", paying(open, "DE89370400440532013000"))
                .get("payment_intent")
                .getAsString();
        assertEquals("open", billing.get(open).getStatus());

        client.use("/_sandbox/settle", "{\"payment_intent\":\"" + intent + "\",\"outcome\":\"succeeded\"}");

        assertEquals("paid", billing.get(open).getStatus());
        assertTrue(billing.eventsSince("payment_intent.succeeded").contains("invoice.paid"));
    }

    @Test
    void a_bank_account_that_fails_leaves_the_invoice_open() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(150_000);
        String intent = client.use("/_sandbox/pay", paying(open, "DE89370400440532013000"))
                .get("payment_intent")
                .getAsString();

        client.use("/_sandbox/settle", "{\"payment_intent\":\"" + intent + "\",\"outcome\":\"failed\"}");

        assertEquals("open", billing.get(open).getStatus());
        assertTrue(billing.eventsSince("payment_intent.payment_failed").contains("invoice.payment_failed"));
        assertEquals(
                "paid",
                client.use("/_sandbox/pay", paying(open, "4242424242424242"))
                        .get("outcome")
                        .getAsString());
    }

    @Test
    void of_eight_payers_at_the_same_moment_one_pays_the_invoice() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        List<CompletableFuture<HttpResponse<String>>> payments =
                Stream.generate(() -> client.startPaying(open.getId())).limit(8).toList();
        List<Integer> statuses = payments.stream()
                .map(payment -> payment.join().statusCode())
                .sorted()
                .toList();

        assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), statuses);
        assertEquals(1, client.list("/v1/charges").size());
    }

    @Test
    void while_a_payment_is_processed_the_invoice_is_neither_paid_again_nor_voided() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        client.use("/_sandbox/pay", paying(open, "DE89370400440532013000"));

        int again = client.control("POST", "/_sandbox/pay", paying(open, "4242424242424242"))
                .statusCode();

        assertEquals(409, again);
        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().invoices().voidInvoice(open.getId()));
        assertEquals("open", billing.get(open).getStatus());
    }

    @Test
    void a_void_invoice_can_never_be_paid() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        Invoice voided = billing.stripe().v1().invoices().voidInvoice(open.getId());
        List<String> events = billing.eventsSince("payment_intent.canceled");
        int paying = client.control("POST", "/_sandbox/pay", paying(open, "4242424242424242"))
                .statusCode();

        assertEquals("void", voided.getStatus());
        assertNotNull(voided.getStatusTransitions().getVoidedAt());
        assertEquals(List.of("payment_intent.canceled", "invoice.updated", "invoice.voided"), events);
        assertEquals("canceled", billing.intentOf(open).getStatus());
        assertEquals("canceled", billing.paymentOf(open).getStatus());
        assertEquals(409, paying);
    }

    @Test
    void an_uncollectible_invoice_can_still_be_paid() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        Invoice lost = billing.stripe().v1().invoices().markUncollectible(open.getId());
        client.use("/_sandbox/pay", paying(open, "4242424242424242"));

        assertEquals("uncollectible", lost.getStatus());
        assertNotNull(lost.getStatusTransitions().getMarkedUncollectibleAt());
        assertTrue(billing.events().stream().anyMatch(event -> event.getType().equals("invoice.marked_uncollectible")));
        assertEquals("paid", billing.get(open).getStatus());
    }

    @Test
    void money_that_came_another_way_ends_the_payment_through_stripe() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        Invoice paid = billing.stripe().v1().invoices().pay(open.getId(), outOfBand());
        PaymentIntent intent = billing.intentOf(open);

        assertEquals("paid", paid.getStatus());
        assertEquals(1000, paid.getAmountPaid());
        assertFalse(paid.getAttempted());
        assertEquals("canceled", intent.getStatus());
        assertEquals("canceled", billing.paymentOf(open).getStatus());
        assertEquals(
                List.of("payment_intent.canceled", "invoice.updated", "invoice.paid"),
                billing.eventsSince("payment_intent.canceled"));
        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().invoices().pay(open.getId(), outOfBand()));
    }

    private static InvoicePayParams outOfBand() {
        return InvoicePayParams.builder().setPaidOutOfBand(true).build();
    }

    @Test
    void sending_a_draft_finalizes_it_first() throws Exception {
        Invoice draft = billing.aDraftOf(1000);

        Invoice sent = billing.stripe().v1().invoices().sendInvoice(draft.getId());
        billing.stripe().v1().invoices().sendInvoice(draft.getId());

        assertEquals("open", sent.getStatus());
        List<String> since = billing.eventsSince("invoice.finalized");
        assertEquals(List.of("invoice.finalized", "invoice.sent", "invoice.sent"), since);
    }

    @Test
    void a_paid_invoice_is_neither_sent_nor_voided_nor_given_up() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        client.use("/_sandbox/pay", paying(open, "4242424242424242"));

        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().invoices().sendInvoice(open.getId()));
        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().invoices().voidInvoice(open.getId()));
        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().invoices().markUncollectible(open.getId()));
    }

    @Test
    void invoices_can_be_paid_after_a_restart(@TempDir Path folder) throws Exception {
        StripeSandbox.Settings settings = new StripeSandbox.Settings(0, "whsec_test", null, folder);
        Invoice open;
        try (StripeSandbox before = StripeSandbox.start(settings)) {
            open = new Billing(before).anOpenInvoiceOf(1000);
        }

        try (StripeSandbox after = StripeSandbox.start(settings)) {
            new SandboxClient(after).use("/_sandbox/pay", paying(open, "4242424242424242"));

            assertEquals("paid", new Billing(after).get(open).getStatus());
        }
    }

    private static String paying(Invoice invoice, String number) {
        return "{\"id\":\"" + invoice.getId() + "\",\"card\":\"" + number + "\"}";
    }
}
