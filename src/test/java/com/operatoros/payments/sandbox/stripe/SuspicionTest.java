package com.operatoros.payments.sandbox.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SK17 and SK19 of the sandbox: suspicions of banks and Radar, and events that are not ours. */
class SuspicionTest {

    private static final String SECRET = "whsec_test";

    private WebhookReceiver receiver;
    private StripeSandbox sandbox;
    private SandboxClient client;
    private Billing billing;

    @BeforeEach
    void start() throws IOException {
        receiver = WebhookReceiver.start();
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, SECRET, receiver.url(), null));
        client = new SandboxClient(sandbox);
        billing = new Billing(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void a_bank_warns_of_a_payment_that_succeeded() throws Exception {
        JsonObject paid = paid("4242424242424242");

        JsonObject warning = client.use("/_sandbox/fraud_warning", naming(paid));

        assertEquals("radar.early_fraud_warning", warning.get("object").getAsString());
        assertEquals(paid.get("payment_intent"), warning.get("payment_intent"));
        assertEquals(
                List.of("radar.early_fraud_warning.created"), billing.eventsSince("radar.early_fraud_warning.created"));
        assertEquals(409, status("/_sandbox/fraud_warning", paid("4000000000000002")));
    }

    @Test
    void a_review_is_opened_and_approved_once() throws Exception {
        JsonObject paid = paid("4242424242424242");

        client.use("/_sandbox/review", naming(paid));
        JsonObject approved = client.use("/_sandbox/review/approve", naming(paid));

        assertFalse(approved.get("open").getAsBoolean());
        assertEquals(List.of("review.opened", "review.closed"), billing.eventsSince("review.opened"));
        assertEquals(409, status("/_sandbox/review/approve", paid));
    }

    @Test
    void an_event_of_a_connected_account_names_it_and_is_not_in_the_list() throws Exception {
        client.createLink(SandboxClient.aLinkOf(1000), null);
        receiver.next();
        String event = billing.events().get(0).getId();
        int before = billing.events().size();

        client.use("/_sandbox/webhooks/connected", "{\"event\":\"" + event + "\"}");

        WebhookReceiver.Received received = receiver.next();
        JsonObject told = JsonParser.parseString(received.body()).getAsJsonObject();
        assertEquals("acct_connected", told.get("account").getAsString());
        assertEquals(false, told.get("id").getAsString().equals(event));
        assertEquals(
                "payment_link.created",
                Webhook.constructEvent(received.body(), received.signature(), SECRET)
                        .getType());
        assertEquals(before, billing.events().size());
    }

    @Test
    void a_thin_event_is_signed_and_only_names_its_object() throws Exception {
        client.use("/_sandbox/webhooks/thin", "{}");

        WebhookReceiver.Received received = receiver.next();
        JsonObject told = JsonParser.parseString(received.body()).getAsJsonObject();
        assertEquals("v2.core.event", told.get("object").getAsString());
        assertFalse(told.has("data"));
        assertEquals(0, billing.events().size());
    }

    private JsonObject paid(String card) throws Exception {
        String link = SandboxClient.text(client.createLink(SandboxClient.aLinkOf(1000), null), "id");
        return client.use("/_sandbox/pay", "{\"id\":\"" + link + "\",\"card\":\"" + card + "\"}");
    }

    private int status(String control, JsonObject paid) throws Exception {
        return client.control("POST", control, naming(paid)).statusCode();
    }

    private static String naming(JsonObject paid) {
        return "{\"payment_intent\":" + paid.get("payment_intent") + "}";
    }
}
