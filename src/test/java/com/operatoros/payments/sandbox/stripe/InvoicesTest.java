package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceItem;
import com.stripe.model.InvoiceLineItem;
import com.stripe.model.InvoicePayment;
import com.stripe.model.PaymentIntent;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceFinalizeInvoiceParams;
import com.stripe.param.InvoiceItemCreateParams;
import com.stripe.param.InvoiceItemListParams;
import com.stripe.param.InvoiceLineItemListParams;
import com.stripe.param.InvoiceListParams;
import com.stripe.param.InvoiceUpdateParams;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rules SI1 to SI3 of the sandbox: drafts, their items, and finalizing them. */
class InvoicesTest {

    private StripeSandbox sandbox;
    private Billing billing;

    @BeforeEach
    void start() throws IOException {
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", null, null));
        billing = new Billing(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_draft_has_no_number_no_page_and_no_payment() throws Exception {
        Invoice draft = billing.anEmptyDraft();

        assertEquals("draft", draft.getStatus());
        assertNull(draft.getNumber());
        assertNull(draft.getHostedInvoiceUrl());
        assertNull(draft.getInvoicePdf());
        assertEquals(draft.getCreated() + Duration.ofDays(14).toSeconds(), draft.getDueDate());
        assertFalse(draft.getAutoAdvance());
        assertEquals("client@example.com", draft.getCustomerEmail());
        assertEquals(List.of("customer.created", "invoice.created"), billing.eventsSince("customer.created"));
    }

    @Test
    void a_draft_needs_a_customer_that_exists() throws Exception {
        InvoiceCreateParams unknown = InvoiceCreateParams.builder()
                .setCustomer("cus_unknown")
                .setCollectionMethod(InvoiceCreateParams.CollectionMethod.SEND_INVOICE)
                .setDaysUntilDue(1L)
                .build();

        InvalidRequestException refusal =
                refused(() -> billing.stripe().v1().invoices().create(unknown));

        assertEquals("resource_missing", refusal.getCode());
        assertEquals("customer", refusal.getParam());
    }

    @Test
    void an_invoice_to_be_sent_needs_a_due_date_to_come() throws Exception {
        Customer customer = billing.aCustomer();
        long yesterday = Instant.now().minus(Duration.ofDays(1)).getEpochSecond();
        InvoiceCreateParams.Builder toSend = InvoiceCreateParams.builder()
                .setCustomer(customer.getId())
                .setCollectionMethod(InvoiceCreateParams.CollectionMethod.SEND_INVOICE);

        refused(() -> billing.stripe().v1().invoices().create(toSend.build()));
        InvalidRequestException past = refused(() -> billing.stripe()
                .v1()
                .invoices()
                .create(toSend.setDueDate(yesterday).build()));

        assertEquals("due_date", past.getParam());
    }

    @Test
    void items_of_a_draft_become_lines_and_totals() throws Exception {
        Invoice draft = billing.anEmptyDraft();

        InvoiceItem design = billing.addItem(draft, 150_000, "Design phase");
        InvoiceItem hours = billing.stripe()
                .v1()
                .invoiceItems()
                .create(InvoiceItemCreateParams.builder()
                        .setCustomer(draft.getCustomer())
                        .setInvoice(draft.getId())
                        .setQuantity(3L)
                        .setUnitAmountDecimal(new BigDecimal("3333.5"))
                        .build());
        Invoice filled = billing.get(draft);

        assertEquals(160_001, filled.getTotal());
        assertEquals(160_001, filled.getAmountDue());
        assertEquals(
                List.of(design.getId(), hours.getId()),
                filled.getLines().getData().stream()
                        .map(line -> line.getParent().getInvoiceItemDetails().getInvoiceItem())
                        .toList());
        InvoiceLineItem first = filled.getLines().getData().get(0);
        assertEquals("Design phase", first.getDescription());
        assertEquals(150_000, first.getAmount());
        assertTrue(first.getPricing().getPriceDetails().getPrice().startsWith("price_"));
        assertEquals(
                List.of(
                        "invoice.created",
                        "invoiceitem.created",
                        "invoice.updated",
                        "invoiceitem.created",
                        "invoice.updated"),
                billing.eventsSince("invoice.created"));
    }

    @Test
    void an_item_that_is_deleted_leaves_the_draft() throws Exception {
        Invoice draft = billing.anEmptyDraft();
        InvoiceItem item = billing.addItem(draft, 5000, "Extra");

        InvoiceItem deleted = billing.stripe().v1().invoiceItems().delete(item.getId());

        assertTrue(deleted.getDeleted());
        assertEquals(0, billing.get(draft).getTotal());
        assertEquals(List.of("invoiceitem.deleted", "invoice.updated"), billing.eventsSince("invoiceitem.deleted"));
    }

    @Test
    void items_wait_until_an_invoice_asks_for_them() throws Exception {
        Customer customer = billing.aCustomer();
        billing.stripe()
                .v1()
                .invoiceItems()
                .create(InvoiceItemCreateParams.builder()
                        .setCustomer(customer.getId())
                        .setAmount(700L)
                        .setCurrency("usd")
                        .build());

        Invoice without = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(customer).build());
        Invoice with = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(customer)
                        .setPendingInvoiceItemsBehavior(InvoiceCreateParams.PendingInvoiceItemsBehavior.INCLUDE)
                        .build());

        assertEquals(0, without.getTotal());
        assertEquals(700, with.getTotal());
        assertEquals(
                1,
                billing.stripe()
                        .v1()
                        .invoiceItems()
                        .list(InvoiceItemListParams.builder()
                                .setInvoice(with.getId())
                                .build())
                        .getData()
                        .size());
    }

    @Test
    void an_invoice_shows_ten_lines_and_lists_all() throws Exception {
        Invoice draft = billing.anEmptyDraft();
        for (int i = 1; i <= 11; i++) {
            billing.addItem(draft, 100, "Line " + i);
        }

        Invoice filled = billing.get(draft);

        assertEquals(1100, filled.getTotal());
        assertEquals(10, filled.getLines().getData().size());
        assertTrue(filled.getLines().getHasMore());
        assertEquals(
                11,
                billing.stripe()
                        .v1()
                        .invoices()
                        .lineItems()
                        .list(
                                draft.getId(),
                                InvoiceLineItemListParams.builder()
                                        .setLimit(100L)
                                        .build())
                        .getData()
                        .size());
    }

    @Test
    void finalizing_numbers_the_invoice_and_makes_its_payment() throws Exception {
        Invoice draft = billing.aDraftOf(150_000);

        Invoice open = billing.stripe()
                .v1()
                .invoices()
                .finalizeInvoice(
                        draft.getId(),
                        InvoiceFinalizeInvoiceParams.builder()
                                .addExpand("payments")
                                .build());

        assertEquals("open", open.getStatus());
        assertTrue(open.getNumber().matches("[A-Z0-9]{8}-0001"), open.getNumber());
        assertTrue(open.getHostedInvoiceUrl().startsWith(sandbox.base().toString()));
        assertNotNull(open.getStatusTransitions().getFinalizedAt());
        assertEquals(0, open.getEndingBalance());
        InvoicePayment payment = open.getPayments().getData().get(0);
        assertEquals("open", payment.getStatus());
        assertTrue(payment.getIsDefault());
        PaymentIntent intent = billing.intentOf(open);
        assertEquals(payment.getPayment().getPaymentIntent(), intent.getId());
        assertEquals(150_000, intent.getAmount());
        assertEquals("requires_payment_method", intent.getStatus());
        assertEquals(draft.getCustomer(), intent.getCustomer());
        assertTrue(intent.getMetadata().isEmpty());
        assertEquals(
                List.of("customer.updated", "payment_intent.created", "invoice.updated", "invoice.finalized"),
                billing.eventsSince("customer.updated"));
    }

    @Test
    void numbers_of_one_customer_follow_each_other() throws Exception {
        Customer customer = billing.aCustomer();

        String first = finalized(customer).getNumber();
        String second = finalized(customer).getNumber();

        assertEquals(first.replace("-0001", "-0002"), second);
    }

    private Invoice finalized(Customer customer) throws StripeException {
        Invoice draft = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(customer).build());
        billing.addItem(draft, 1000, "Work");
        return billing.stripe().v1().invoices().finalizeInvoice(draft.getId());
    }

    @Test
    void a_finalized_invoice_keeps_the_name_its_customer_had() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        billing.stripe()
                .v1()
                .customers()
                .update(
                        open.getCustomer(),
                        CustomerUpdateParams.builder().setName("Renamed").build());

        assertEquals("Client GmbH", billing.get(open).getCustomerName());
    }

    @Test
    void a_finalized_invoice_takes_no_items_and_changes_its_metadata_only() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        InvalidRequestException item = refused(() -> billing.addItem(open, 1, "More"));
        InvalidRequestException footer = refused(() ->
                update(open, InvoiceUpdateParams.builder().setFooter("New").build()));
        Invoice noted = update(
                open, InvoiceUpdateParams.builder().putMetadata("note", "seen").build());

        assertEquals("invoice_not_editable", item.getCode());
        assertEquals("footer", footer.getParam());
        assertEquals("seen", noted.getMetadata().get("note"));
        assertEquals("42", noted.getMetadata().get("project"));
    }

    private Invoice update(Invoice invoice, InvoiceUpdateParams params) throws StripeException {
        return billing.stripe().v1().invoices().update(invoice.getId(), params);
    }

    @Test
    void an_invoice_is_finalized_once() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        refused(() -> billing.stripe().v1().invoices().finalizeInvoice(open.getId()));
    }

    @Test
    void only_a_draft_is_deleted() throws Exception {
        Invoice draft = billing.aDraftOf(1000);
        Invoice open = billing.anOpenInvoiceOf(1000);

        Invoice deleted = billing.stripe().v1().invoices().delete(draft.getId());
        refused(() -> billing.stripe().v1().invoices().delete(open.getId()));

        assertTrue(deleted.getDeleted());
        assertEquals(404, refused(() -> billing.get(draft)).getStatusCode());
    }

    @Test
    void less_than_can_be_charged_is_paid_at_once_and_owed_on_the_next_invoice() throws Exception {
        Invoice draft = billing.aDraftOf(49);

        Invoice paid = billing.stripe().v1().invoices().finalizeInvoice(draft.getId());
        Invoice next = billing.stripe()
                .v1()
                .invoices()
                .create(InvoiceCreateParams.builder()
                        .setCustomer(draft.getCustomer())
                        .setCurrency("usd")
                        .build());
        billing.addItem(next, 1000, "Work");
        Invoice due = billing.stripe().v1().invoices().finalizeInvoice(next.getId());

        assertEquals("paid", paid.getStatus());
        assertEquals(0, paid.getAmountDue());
        assertEquals(49, paid.getEndingBalance());
        assertEquals(1049, due.getAmountDue());
        assertEquals(1049, billing.intentOf(due).getAmount());
    }

    @Test
    void text_of_every_kind_comes_back_as_it_was_sent() throws Exception {
        String hostile = "<script>alert(\"1\")</script> 'quoted' & \u00e4\u00f6\u00fc \ud83d\ude80\r\nsecond line";
        Invoice draft = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(billing.aCustomer())
                        .setDescription(hostile)
                        .setFooter("x".repeat(5000))
                        .addCustomField(InvoiceCreateParams.CustomField.builder()
                                .setName("PO \ud83d\ude80")
                                .setValue("\ud83d\ude80".repeat(140))
                                .build())
                        .build());
        billing.addItem(draft, 1000, "n".repeat(200) + hostile);

        Invoice read = billing.get(draft);

        assertEquals(hostile, read.getDescription());
        assertEquals("\ud83d\ude80".repeat(140), read.getCustomFields().get(0).getValue());
        assertEquals("n".repeat(200) + hostile, read.getLines().getData().get(0).getDescription());
    }

    @Test
    void an_invoice_takes_four_custom_fields_of_limited_length() throws Exception {
        Customer customer = billing.aCustomer();

        refused(() -> withFields(customer, 5, "v"));
        refused(() -> withFields(customer, 1, "v".repeat(141)));

        assertEquals(
                4, withFields(customer, 4, "v".repeat(140)).getCustomFields().size());
    }

    private Invoice withFields(Customer customer, int count, String value) throws StripeException {
        InvoiceCreateParams.Builder draft = Billing.aDraftTo(customer);
        for (int i = 0; i < count; i++) {
            draft.addCustomField(InvoiceCreateParams.CustomField.builder()
                    .setName("Field " + i)
                    .setValue(value)
                    .build());
        }
        return billing.stripe().v1().invoices().create(draft.build());
    }

    @Test
    void the_newest_invoices_of_a_customer_come_first() throws Exception {
        Customer customer = billing.aCustomer();
        Invoice older = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(customer).build());
        Invoice newer = billing.stripe()
                .v1()
                .invoices()
                .create(Billing.aDraftTo(customer).build());
        billing.anOpenInvoiceOf(1000);

        List<Invoice> all = list(InvoiceListParams.builder().setCustomer(customer.getId()));
        List<Invoice> after =
                list(InvoiceListParams.builder().setCustomer(customer.getId()).setStartingAfter(newer.getId()));
        List<Invoice> open = list(InvoiceListParams.builder().setStatus(InvoiceListParams.Status.OPEN));

        assertEquals(
                List.of(newer.getId(), older.getId()),
                all.stream().map(Invoice::getId).toList());
        assertEquals(List.of(older.getId()), after.stream().map(Invoice::getId).toList());
        assertEquals(1, open.size());
    }

    private List<Invoice> list(InvoiceListParams.Builder params) throws StripeException {
        return billing.stripe().v1().invoices().list(params.build()).getData();
    }

    private static InvalidRequestException refused(Executable call) {
        return assertThrows(InvalidRequestException.class, call);
    }
}
