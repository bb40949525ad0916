package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SK9 and SI6 of the sandbox, and the question of the payer's bank. */
class InvoiceControlsTest {

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
    void an_open_invoice_is_voided_once() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        int first = control("invoice/void", open, "");
        int second = control("invoice/void", open, "");

        assertEquals(List.of(200, 409), List.of(first, second));
        assertEquals("void", billing.get(open).getStatus());
        assertEquals(List.of("invoice.voided"), billing.eventsSince("invoice.voided"));
    }

    @Test
    void an_invoice_that_was_given_up_can_still_be_paid() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        control("invoice/uncollectible", open, "");
        String given = billing.get(open).getStatus();
        pay(open, "4242424242424242");

        assertEquals("uncollectible", given);
        assertEquals("paid", billing.get(open).getStatus());
    }

    @Test
    void what_is_paid_too_much_is_the_customers() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        int first = control("overpay", open, ",\"amount\":250");
        int second = control("overpay", open, ",\"amount\":250");

        Invoice paid = billing.get(open);
        assertEquals(List.of(200, 409), List.of(first, second));
        assertEquals("paid", paid.getStatus());
        assertEquals(1250, paid.getAmountPaid());
        assertEquals(250, paid.getAmountOverpaid());
        assertEquals(0, paid.getAmountRemaining());
        assertEquals(1250, billing.paymentOf(open).getAmountPaid());
        assertEquals(1250, billing.intentOf(open).getAmountReceived());
        assertEquals(-250, customerOf(open).getBalance());
        assertEquals(
                List.of(
                        "invoice.paid",
                        "invoice.payment_succeeded",
                        "customer.updated",
                        "invoice.overpaid",
                        "charge.updated"),
                billing.eventsSince("invoice.paid"));
    }

    @Test
    void a_draft_whose_finalization_failed_can_be_finalized_later() throws Exception {
        Invoice draft = billing.aDraftOf(1000);

        control("invoice/finalization_failed", draft, "");
        Invoice failed = billing.get(draft);
        Invoice open = billing.stripe().v1().invoices().finalizeInvoice(draft.getId());

        assertEquals("draft", failed.getStatus());
        assertEquals(
                "customer_tax_location_invalid",
                failed.getLastFinalizationError().getCode());
        assertEquals("open", open.getStatus());
        assertNull(open.getLastFinalizationError());
    }

    @Test
    void the_bank_of_a_careful_card_asks_first() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        pay(open, "4000002760003184");

        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(
                List.of("invoice.payment_action_required", "payment_intent.requires_action", "charge.succeeded"),
                billing.eventsSince("invoice.payment_action_required").subList(0, 3));
        assertNull(billing.intentOf(open).getNextAction());
    }

    @Test
    void a_careful_card_can_be_declined_after_the_question() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        pay(open, "4000008400001629");

        assertEquals("open", billing.get(open).getStatus());
        assertEquals(
                List.of(
                        "invoice.payment_action_required",
                        "payment_intent.requires_action",
                        "charge.failed",
                        "payment_intent.payment_failed",
                        "invoice.updated",
                        "invoice.payment_failed"),
                billing.eventsSince("invoice.payment_action_required"));
    }

    private int control(String control, Invoice invoice, String more) throws Exception {
        return client.control("POST", "/_sandbox/" + control, "{\"invoice\":\"" + invoice.getId() + "\"" + more + "}")
                .statusCode();
    }

    private void pay(Invoice invoice, String number) throws Exception {
        client.use("/_sandbox/pay", "{\"id\":\"" + invoice.getId() + "\",\"card\":\"" + number + "\"}");
    }

    private Customer customerOf(Invoice invoice) throws StripeException {
        return billing.stripe().v1().customers().retrieve(invoice.getCustomer());
    }
}
