package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.stripe.exception.ApiException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Invoice;
import com.stripe.net.RequestOptions;
import com.stripe.param.InvoiceCreateParams;
import com.stripe.param.InvoiceListParams;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules SA3 and SF1 to SF4 of the sandbox, at the calls that make and move invoices. */
class InvoiceFaultsTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"/finalize", "/send", "/pay", "/void", "/mark_uncollectible"})
    void an_action_fails_before_its_effect(String action) throws Exception {
        Invoice draft = billing.aDraftOf(1000);
        arm(action, "500", false);

        assertEquals(500, act(draft, action).statusCode());

        assertEquals("draft", billing.get(draft).getStatus());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/finalize", "/send"})
    void an_action_fails_after_its_effect(String action) throws Exception {
        Invoice draft = billing.aDraftOf(1000);
        arm(action, "500", true);

        assertEquals(500, act(draft, action).statusCode());

        assertEquals("open", billing.get(draft).getStatus());
    }

    private HttpResponse<String> act(Invoice invoice, String action) throws Exception {
        return client.post("/v1/invoices/" + invoice.getId() + action, "");
    }

    @Test
    void voiding_fails_after_its_effect() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        arm("/void", "429", true);

        assertThrows(
                RateLimitException.class, () -> billing.stripe().v1().invoices().voidInvoice(open.getId()));

        assertEquals("void", billing.get(open).getStatus());
    }

    @Test
    void a_draft_whose_answer_was_lost_is_found_under_its_key_as_a_500() throws Exception {
        InvoiceCreateParams params = Billing.aDraftTo(billing.aCustomer()).build();
        arm("/v1/invoices", "500", true);

        assertThrows(ApiException.class, () -> create(params, "key-1"));
        assertThrows(ApiException.class, () -> create(params, "key-1"));

        assertEquals(1, drafts().size());
    }

    @Test
    void an_item_that_was_refused_can_be_sent_again() throws Exception {
        Invoice draft = billing.anEmptyDraft();
        arm("/v1/invoiceitems", "400", false);

        assertThrows(InvalidRequestException.class, () -> billing.addItem(draft, 1000, "Work"));
        billing.addItem(draft, 1000, "Work");

        assertEquals(1000, billing.get(draft).getTotal());
    }

    @Test
    void a_key_belongs_to_its_parameters() throws Exception {
        InvoiceCreateParams.Builder params = Billing.aDraftTo(billing.aCustomer());
        Invoice first = create(params.build(), "key-1");

        Invoice replayed = create(params.build(), "key-1");
        StripeException other = assertThrows(
                StripeException.class, () -> create(params.setFooter("Other").build(), "key-1"));

        assertEquals(first.getId(), replayed.getId());
        assertInstanceOf(IdempotencyException.class, other);
        assertEquals(1, drafts().size());
    }

    private Invoice create(InvoiceCreateParams params, String key) throws StripeException {
        return billing.stripe()
                .v1()
                .invoices()
                .create(params, RequestOptions.builder().setIdempotencyKey(key).build());
    }

    private List<Invoice> drafts() throws StripeException {
        return billing.stripe()
                .v1()
                .invoices()
                .list(InvoiceListParams.builder().build())
                .getData();
    }

    private void arm(String path, String kind, boolean afterEffect) throws Exception {
        client.use(
                "/_sandbox/faults",
                "{\"method\":\"POST\",\"path\":\"" + path + "\",\"kind\":\"" + kind + "\",\"after_effect\":"
                        + afterEffect + "}");
    }
}
