package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.CreditNote;
import com.stripe.model.Invoice;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentRecord;
import com.stripe.param.CreditNoteCreateParams;
import com.stripe.param.InvoiceAttachPaymentParams;
import com.stripe.param.InvoicePaymentListParams;
import com.stripe.param.PaymentRecordReportPaymentParams;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SI10, SI5 and SK13 of the sandbox: invoices that are paid in parts, online and outside of Stripe. */
class PartPaymentsTest {

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
    void a_part_that_was_paid_outside_lowers_what_remains() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        JsonObject told = client.use("/_sandbox/pay_outside", part(open, 300));

        Invoice partly = billing.get(open);
        InvoicePayment payment = paymentsOf(open).get(0);
        assertEquals("open", partly.getStatus());
        assertEquals(
                List.of(1000L, 300L, 700L),
                List.of(partly.getAmountDue(), partly.getAmountPaid(), partly.getAmountRemaining()));
        assertEquals(300, told.get("amount_paid").getAsLong());
        assertEquals("payment_record", payment.getPayment().getType());
        assertEquals(
                told.get("payment_record").getAsString(), payment.getPayment().getPaymentRecord());
        assertEquals("paid", payment.getStatus());
        assertEquals(300, payment.getAmountPaid());
        assertEquals(700, billing.intentOf(open).getAmount());
        assertEquals(700, paymentsOf(open).get(1).getAmountRequested());
        assertEquals(List.of("invoice_payment.paid", "invoice.updated"), billing.eventsSince("invoice_payment.paid"));
    }

    @Test
    void the_last_part_outside_pays_the_invoice() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        client.use("/_sandbox/pay_outside", part(open, 300));

        client.use("/_sandbox/pay_outside", part(open, 700));

        Invoice paid = billing.get(open);
        assertEquals("paid", paid.getStatus());
        assertEquals(1000, paid.getAmountPaid());
        assertEquals(0, paid.getAmountRemaining());
        assertEquals("canceled", billing.intentOf(open).getStatus());
        assertEquals(
                List.of("invoice_payment.paid", "payment_intent.canceled", "invoice.updated", "invoice.paid"),
                billing.eventsSince("invoice_payment.paid"));
        assertEquals(409, status("/_sandbox/pay_outside", part(open, 1)));
    }

    @Test
    void too_much_outside_is_the_customers() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        client.use("/_sandbox/pay_outside", part(open, 1200));

        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(200, billing.get(open).getAmountOverpaid());
        assertEquals(
                List.of("invoice.paid", "customer.updated", "invoice.overpaid"), billing.eventsSince("invoice.paid"));
        assertEquals(
                -200,
                billing.stripe().v1().customers().retrieve(open.getCustomer()).getBalance());
    }

    @Test
    void an_invoice_is_paid_online_in_parts() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        String first = pay(open, 400);
        Invoice partly = billing.get(open);
        List<String> told = billing.eventsSince("invoice_payment.paid");
        String second = pay(open, 600);

        assertEquals("open", partly.getStatus());
        assertEquals(List.of(400L, 600L), List.of(partly.getAmountPaid(), partly.getAmountRemaining()));
        assertEquals(List.of("invoice_payment.paid", "invoice.updated", "charge.updated"), told);
        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(
                List.of(first, second),
                paymentsOf(open).stream()
                        .map(payment -> payment.getPayment().getPaymentIntent())
                        .toList());
        assertEquals(
                List.of("invoice.paid", "invoice.payment_succeeded", "charge.updated"),
                billing.eventsSince("invoice.paid"));
    }

    @Test
    void a_declined_part_leaves_all_to_be_paid() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        client.use("/_sandbox/pay", paying(open, "4000000000000002", 400));
        client.use("/_sandbox/pay", paying(open, "4000000000000002", 1400));
        client.use("/_sandbox/pay", paying(open, "4242424242424242", 1000));

        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(0, billing.get(open).getAmountOverpaid());
        assertEquals(
                List.of("canceled", "paid"),
                paymentsOf(open).stream().map(InvoicePayment::getStatus).toList());
    }

    @Test
    void a_debit_that_arrives_after_the_invoice_was_paid_is_too_much() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = client.use("/_sandbox/pay", paying(open, "DE89370400440532013000", 1000))
                .get("payment_intent")
                .getAsString();
        client.use("/_sandbox/pay_outside", part(open, 1000));

        client.use("/_sandbox/settle", "{\"payment_intent\":\"" + intent + "\"}");

        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(2000, billing.get(open).getAmountPaid());
        assertEquals(1000, billing.get(open).getAmountOverpaid());
    }

    @Test
    void what_is_paid_in_part_is_neither_voided_nor_revised() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        client.use("/_sandbox/pay_outside", part(open, 300));

        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().invoices().voidInvoice(open.getId()));
        assertEquals(409, status("/_sandbox/edit_invoice", "{\"id\":\"" + open.getId() + "\"}"));
        assertEquals("open", billing.get(open).getStatus());
    }

    @Test
    void the_rest_of_a_part_payment_can_be_credited() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = pay(open, 600);

        CreditNote note = billing.stripe()
                .v1()
                .creditNotes()
                .create(CreditNoteCreateParams.builder()
                        .setInvoice(open.getId())
                        .setAmount(500L)
                        .setRefundAmount(100L)
                        .build());

        assertEquals("mixed", note.getType());
        assertEquals("paid", billing.get(open).getStatus());
        assertEquals(600, billing.get(open).getAmountDue());
        assertEquals(
                intent,
                billing.stripe()
                        .v1()
                        .refunds()
                        .retrieve(note.getRefunds().get(0).getRefund())
                        .getPaymentIntent());
    }

    @Test
    void a_payment_is_reported_and_attached_by_the_api() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        PaymentRecord reported = billing.stripe()
                .v1()
                .paymentRecords()
                .reportPayment(PaymentRecordReportPaymentParams.builder()
                        .setAmountRequested(PaymentRecordReportPaymentParams.AmountRequested.builder()
                                .setCurrency("usd")
                                .setValue(250L)
                                .build())
                        .setInitiatedAt(open.getCreated())
                        .setOutcome(PaymentRecordReportPaymentParams.Outcome.GUARANTEED)
                        .setPaymentMethodDetails(PaymentRecordReportPaymentParams.PaymentMethodDetails.builder()
                                .setType(PaymentRecordReportPaymentParams.PaymentMethodDetails.Type.CUSTOM)
                                .build())
                        .build());

        Invoice partly = billing.stripe()
                .v1()
                .invoices()
                .attachPayment(
                        open.getId(),
                        InvoiceAttachPaymentParams.builder()
                                .setPaymentRecord(reported.getId())
                                .build());

        assertEquals(750, partly.getAmountRemaining());
        assertEquals(
                250,
                billing.stripe()
                        .v1()
                        .paymentRecords()
                        .retrieve(reported.getId())
                        .getAmountGuaranteed()
                        .getValue());
    }

    private List<InvoicePayment> paymentsOf(Invoice invoice) throws StripeException {
        return billing.stripe()
                .v1()
                .invoicePayments()
                .list(InvoicePaymentListParams.builder()
                        .setInvoice(invoice.getId())
                        .build())
                .getData();
    }

    private String pay(Invoice invoice, long cents) throws Exception {
        return client.use("/_sandbox/pay", paying(invoice, "4242424242424242", cents))
                .get("payment_intent")
                .getAsString();
    }

    private int status(String control, String body) throws Exception {
        return client.control("POST", control, body).statusCode();
    }

    private static String paying(Invoice invoice, String number, long cents) {
        return "{\"id\":\"" + invoice.getId() + "\",\"card\":\"" + number + "\",\"amount\":" + cents + "}";
    }

    private static String part(Invoice invoice, long cents) {
        return "{\"invoice\":\"" + invoice.getId() + "\",\"amount\":" + cents + "}";
    }
}
