package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.aLinkOf;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.json;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.stripe.model.Invoice;
import com.stripe.param.InvoiceRetrieveParams;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who missed all events can read afterwards. */
class ReadingTest {

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
    void the_sessions_of_a_link_show_their_payments_down_to_the_charge() throws Exception {
        String link = text(client.createLink(aLinkOf(1000), null), "id");
        pay(link);

        JsonArray sessions = client.list("/v1/checkout/sessions?payment_link=" + link
                + "&expand[]=data.payment_intent.latest_charge".replace("[]", "%5B%5D"));

        JsonObject intent = sessions.get(0).getAsJsonObject().getAsJsonObject("payment_intent");
        assertEquals("succeeded", intent.get("status").getAsString());
        assertTrue(intent.getAsJsonObject("latest_charge").get("paid").getAsBoolean());
    }

    @Test
    void an_invoice_shows_the_intents_of_its_payments() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        pay(open.getId());

        Invoice read = billing.stripe()
                .v1()
                .invoices()
                .retrieve(
                        open.getId(),
                        InvoiceRetrieveParams.builder()
                                .addExpand("payments.data.payment.payment_intent")
                                .build());

        assertEquals(
                "succeeded",
                read.getPayments()
                        .getData()
                        .get(0)
                        .getPayment()
                        .getPaymentIntentObject()
                        .getStatus());
    }

    @Test
    void four_levels_are_expanded_and_not_five() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        pay(open.getId());
        String deep = "expand%5B%5D=payments.data.payment.payment_intent.latest_charge";
        String enough = "expand%5B%5D=data.payment.payment_intent.latest_charge";

        int tooDeep = client.get("/v1/invoices/" + open.getId() + "?" + deep).statusCode();
        JsonArray payments = client.list("/v1/invoice_payments?invoice=" + open.getId() + "&" + enough);

        assertEquals(400, tooDeep);
        assertTrue(payments.get(0)
                .getAsJsonObject()
                .getAsJsonObject("payment")
                .getAsJsonObject("payment_intent")
                .getAsJsonObject("latest_charge")
                .get("paid")
                .getAsBoolean());
    }

    @Test
    void events_are_found_by_types_and_time() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        pay(open.getId());
        String types = "types%5B%5D=invoice.paid&types%5B%5D=charge.succeeded";
        String now = "created%5Bgte%5D=" + (open.getCreated() - 60);
        String later = "created%5Bgt%5D=" + (open.getCreated() + 60);

        assertEquals(List.of("invoice.paid", "charge.succeeded"), types("/v1/events?" + types + "&" + now));
        assertEquals(List.of(), types("/v1/events?" + types + "&" + later));
        assertEquals(List.of("invoice.paid"), types("/v1/events?type=invoice.paid"));
        assertEquals(List.of("invoice.paid"), types("/v1/events?limit=1&" + types));
    }

    @Test
    void more_than_twenty_types_of_events_are_refused() throws Exception {
        String twenty = IntStream.range(0, 20)
                .mapToObj(number -> "types%5B%5D=charge.type" + number)
                .collect(Collectors.joining("&"));

        assertEquals(200, client.get("/v1/events?" + twenty).statusCode());
        assertEquals(
                400,
                client.get("/v1/events?" + twenty + "&types%5B%5D=charge.succeeded")
                        .statusCode());
    }

    @Test
    void refunds_and_charges_are_found_by_their_payment_and_their_time() throws Exception {
        Invoice open = billing.anOpenInvoiceOf(1000);
        String intent = pay(open.getId());
        pay(billing.anOpenInvoiceOf(2000).getId());
        client.use("/_sandbox/refund", "{\"payment_intent\":\"" + intent + "\",\"amount\":100}");
        String later = "&created%5Bgte%5D=" + (open.getCreated() + 60);

        JsonArray charges = client.list("/v1/charges?payment_intent=" + intent);
        String charge = charges.get(0).getAsJsonObject().get("id").getAsString();

        assertEquals(1, charges.size());
        assertEquals(1, client.list("/v1/refunds?charge=" + charge).size());
        assertEquals(1, client.list("/v1/refunds?payment_intent=" + intent).size());
        assertEquals(
                0, client.list("/v1/refunds?payment_intent=" + intent + later).size());
    }

    private List<String> types(String path) throws Exception {
        return client.list(path).asList().stream()
                .map(event -> event.getAsJsonObject().get("type").getAsString())
                .toList();
    }

    private String pay(String id) throws Exception {
        return json(client.control("POST", "/_sandbox/pay", "{\"id\":\"" + id + "\",\"card\":\"4242424242424242\"}"))
                .get("payment_intent")
                .getAsString();
    }
}
