package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.model.InvoiceLineItem;
import com.stripe.param.InvoiceCreateParams;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SI8 and SK11 of the sandbox: edited and duplicated invoices. */
class InvoiceCopiesTest {

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
    void a_revision_is_a_draft_like_the_invoice_that_it_names() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        Invoice draft = revise(open);

        assertEquals("draft", draft.getStatus());
        assertNull(draft.getNumber());
        assertEquals(open.getId(), draft.getFromInvoice().getInvoice());
        assertEquals("revision", draft.getFromInvoice().getAction());
        assertEquals(open.getMetadata(), draft.getMetadata());
        assertEquals(open.getDueDate(), draft.getDueDate());
        assertEquals(1000, draft.getTotal());
        assertEquals(1, draft.getLines().getData().size());
        assertEquals("Design phase", draft.getLines().getData().get(0).getDescription());
        assertEquals(draft.getId(), draft.getLines().getData().get(0).getInvoice());
        assertEquals("open", billing.get(open).getStatus());
        assertNull(billing.get(open).getLatestRevision());
    }

    @Test
    void a_finalized_revision_voids_the_invoice_that_it_replaces() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        Invoice draft = revise(open);
        billing.addItem(draft, 250, "More");

        Invoice revision = billing.stripe().v1().invoices().finalizeInvoice(draft.getId());

        Invoice old = billing.get(open);
        assertEquals(1250, revision.getAmountDue());
        assertNotEquals(open.getNumber(), revision.getNumber());
        assertEquals("void", old.getStatus());
        assertEquals(revision.getId(), old.getLatestRevision());
        assertEquals(
                List.of("invoice.finalized", "payment_intent.canceled", "invoice.updated", "invoice.voided"),
                billing.eventsSince("invoice.finalized"));
    }

    @Test
    void only_one_of_two_revisions_replaces_the_invoice() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        Invoice first = revise(open);
        Invoice second = revise(open);

        billing.stripe().v1().invoices().finalizeInvoice(first.getId());

        assertThrows(
                InvalidRequestException.class,
                () -> billing.stripe().v1().invoices().finalizeInvoice(second.getId()));
        assertEquals("draft", billing.get(second).getStatus());
    }

    @Test
    void what_is_paid_or_void_cannot_be_revised() throws Exception {
        Invoice paid = billing.anOpenInvoiceOf(1000);
        client.use("/_sandbox/pay", "{\"id\":\"" + paid.getId() + "\",\"card\":\"4242424242424242\"}");
        Invoice voided = billing.anOpenInvoiceOf(1000);
        billing.stripe().v1().invoices().voidInvoice(voided.getId());

        assertThrows(InvalidRequestException.class, () -> revise(paid));
        assertThrows(InvalidRequestException.class, () -> revise(voided));
        assertEquals(409, edit(paid, "").statusCode());
        assertEquals(
                404,
                client.control("POST", "/_sandbox/edit_invoice", "{\"id\":\"in_1\"}")
                        .statusCode());
    }

    @Test
    void the_dashboard_edits_an_invoice_in_one_step() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        JsonObject told = json(edit(open, ",\"amount\":1200,\"description\":\"Now with tests\""));

        Invoice revision =
                billing.stripe().v1().invoices().retrieve(told.get("id").getAsString());
        assertEquals(revision.getNumber(), told.get("number").getAsString());
        assertEquals("open", revision.getStatus());
        assertEquals("Now with tests", revision.getDescription());
        assertEquals(1200, revision.getAmountDue());
        InvoiceLineItem line = revision.getLines().getData().get(0);
        assertEquals(1, revision.getLines().getData().size());
        assertEquals("Design phase", line.getDescription());
        assertEquals(new BigDecimal("1200"), line.getPricing().getUnitAmountDecimal());
        assertEquals(open.getMetadata(), revision.getMetadata());
        assertEquals(1200, billing.intentOf(revision).getAmount());
        assertEquals(revision.getId(), billing.get(open).getLatestRevision());
        assertEquals(
                List.of(
                        "invoice.created",
                        "invoice.updated",
                        "customer.updated",
                        "payment_intent.created",
                        "invoice.updated",
                        "invoice.finalized",
                        "payment_intent.canceled",
                        "invoice.updated",
                        "invoice.voided"),
                billing.eventsSince("invoice.created"));
    }

    @Test
    void all_earlier_invoices_name_the_newest_revision() throws Exception {
        Invoice first = billing.anOpenInvoiceOf(1000);
        String second = json(edit(first, ",\"metadata\":\"drop\"")).get("id").getAsString();
        String third = json(edit(retrieve(second), "")).get("id").getAsString();

        assertEquals(third, retrieve(second).getLatestRevision());
        assertEquals(third, billing.get(first).getLatestRevision());
        assertTrue(retrieve(second).getMetadata().isEmpty());
        assertEquals(second, retrieve(third).getFromInvoice().getInvoice());
    }

    @Test
    void a_duplicate_leaves_the_invoice_as_it_is() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);

        JsonObject told = client.use("/_sandbox/copy_invoice", "{\"id\":\"" + open.getId() + "\"}");

        Invoice copy = retrieve(told.get("id").getAsString());
        assertEquals("open", copy.getStatus());
        assertEquals(told.get("number").getAsString(), copy.getNumber());
        assertNotEquals(open.getNumber(), copy.getNumber());
        assertNull(copy.getFromInvoice());
        assertEquals(open.getMetadata(), copy.getMetadata());
        assertEquals(1000, copy.getAmountDue());
        assertEquals("open", billing.get(open).getStatus());
        assertEquals(
                "void",
                billing.stripe().v1().invoices().voidInvoice(copy.getId()).getStatus());
    }

    private Invoice retrieve(String id) throws StripeException {
        return billing.stripe().v1().invoices().retrieve(id);
    }

    private Invoice revise(Invoice invoice) throws StripeException {
        return billing.stripe()
                .v1()
                .invoices()
                .create(InvoiceCreateParams.builder()
                        .setFromInvoice(InvoiceCreateParams.FromInvoice.builder()
                                .setAction(InvoiceCreateParams.FromInvoice.Action.REVISION)
                                .setInvoice(invoice.getId())
                                .build())
                        .build());
    }

    private HttpResponse<String> edit(Invoice invoice, String more) throws Exception {
        return client.control("POST", "/_sandbox/edit_invoice", "{\"id\":\"" + invoice.getId() + "\"" + more + "}");
    }
}
