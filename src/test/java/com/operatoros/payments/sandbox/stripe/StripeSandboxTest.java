package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.LINKS;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.aLinkOf;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.aSingleUseLink;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.isReplayed;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.json;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product's tests rely on: rules SS4, SA3, SC1 and SE1 to SE6 of the sandbox. */
class StripeSandboxTest {

    private static final String SECRET = "whsec_test";
    private static final int PAYERS = 8;

    private WebhookReceiver receiver;
    private StripeSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        receiver = WebhookReceiver.start();
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, SECRET, receiver.url(), null));
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void of_eight_payers_at_the_same_moment_one_pays_a_single_use_link() throws Exception {
        HttpResponse<String> link = client.createLink(aSingleUseLink(), null);
        for (int payer = 0; payer < PAYERS; payer++) {
            client.get(URI.create(text(link, "url")).getPath());
        }
        JsonArray sessions = client.list("/v1/checkout/sessions?payment_link=" + text(link, "id"));
        assertEquals(PAYERS, sessions.size());

        List<CompletableFuture<HttpResponse<String>>> payments = sessions.asList().stream()
                .map(session -> client.startPaying(id(session)))
                .toList();
        List<Integer> statuses = payments.stream()
                .map(payment -> payment.join().statusCode())
                .sorted()
                .toList();

        assertEquals(List.of(200, 409, 409, 409, 409, 409, 409, 409), statuses);
        assertEquals(1, client.list("/v1/charges").size());
        assertEquals(1, completedSessions(text(link, "id")));
    }

    @Test
    void the_same_key_and_parameters_get_the_first_answer_again() throws Exception {
        HttpResponse<String> first = client.createLink(aLinkOf(1000), "key-1");
        HttpResponse<String> second = client.createLink(aLinkOf(1000), "key-1");

        assertFalse(isReplayed(first));
        assertTrue(isReplayed(second));
        assertEquals(first.body(), second.body());
        assertEquals(1, client.countLinks());
    }

    @Test
    void the_same_key_with_other_parameters_is_refused() throws Exception {
        client.createLink(aLinkOf(1000), "key-1");

        HttpResponse<String> other = client.createLink(aLinkOf(2000), "key-1");

        assertEquals(400, other.statusCode());
        assertEquals(
                "idempotency_error",
                json(other).getAsJsonObject("error").get("type").getAsString());
        assertEquals(1, client.countLinks());
    }

    @Test
    void deliveries_are_signed_as_the_library_verifies_it() throws Exception {
        HttpResponse<String> link = client.createLink(aLinkOf(1000), null);

        WebhookReceiver.Received delivery = receiver.next();

        Event event = Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET);
        assertEquals("payment_link.created", event.getType());
        assertTrue(delivery.body().contains(text(link, "id")));
        assertThrows(
                SignatureVerificationException.class,
                () -> Webhook.constructEvent(delivery.body(), delivery.signature(), "whsec_other"));
    }

    @Test
    void an_event_is_delivered_again_when_asked_for() throws Exception {
        client.createLink(aLinkOf(1000), null);
        WebhookReceiver.Received first = receiver.next();
        String event = eventId(first);

        client.use("/_sandbox/webhooks/redeliver", "{\"event\":\"" + event + "\"}");

        assertEquals(event, eventId(receiver.next()));
    }

    @Test
    void events_are_lost_while_deliveries_are_off() throws Exception {
        client.use("/_sandbox/webhooks", "{\"mode\":\"off\"}");
        client.createLink(aLinkOf(1000), null);
        client.use("/_sandbox/webhooks", "{\"mode\":\"on\"}");
        HttpResponse<String> told = client.createLink(aLinkOf(2000), null);

        assertTrue(receiver.next().body().contains(text(told, "id")));
    }

    @Test
    void each_event_is_delivered_twice_while_deliveries_are_duplicated() throws Exception {
        client.use("/_sandbox/webhooks", "{\"mode\":\"duplicate\"}");

        client.createLink(aLinkOf(1000), null);

        assertEquals(eventId(receiver.next()), eventId(receiver.next()));
    }

    @Test
    void links_and_stored_answers_survive_a_restart(@TempDir Path folder) throws Exception {
        StripeSandbox.Settings settings = new StripeSandbox.Settings(0, SECRET, null, folder);
        String kept;
        HttpResponse<String> failed;
        try (StripeSandbox before = StripeSandbox.start(settings)) {
            SandboxClient first = new SandboxClient(before);
            kept = text(first.createLink(aLinkOf(1000), "key-1"), "id");
            first.use("/_sandbox/faults", "{\"path\":\"" + LINKS + "\",\"kind\":\"500\"}");
            failed = first.createLink(aLinkOf(1000), "key-2");
        }

        try (StripeSandbox after = StripeSandbox.start(settings)) {
            SandboxClient second = new SandboxClient(after);
            HttpResponse<String> replayed = second.createLink(aLinkOf(1000), "key-2");

            assertEquals(200, second.get(LINKS + "/" + kept).statusCode());
            assertEquals(kept, text(second.createLink(aLinkOf(1000), "key-1"), "id"));
            assertEquals(500, replayed.statusCode());
            assertEquals(failed.body(), replayed.body());
        }
    }

    private long completedSessions(String link) throws Exception {
        JsonObject restrictions = json(client.get(LINKS + "/" + link)).getAsJsonObject("restrictions");
        return restrictions.getAsJsonObject("completed_sessions").get("count").getAsLong();
    }

    private static String eventId(WebhookReceiver.Received delivery) throws Exception {
        return Webhook.constructEvent(delivery.body(), delivery.signature(), SECRET)
                .getId();
    }

    private static String id(JsonElement object) {
        return object.getAsJsonObject().get("id").getAsString();
    }
}
