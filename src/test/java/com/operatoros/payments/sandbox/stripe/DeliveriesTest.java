package com.operatoros.payments.sandbox.stripe;

import static com.operatoros.payments.sandbox.stripe.SandboxClient.aLinkOf;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.json;
import static com.operatoros.payments.sandbox.stripe.SandboxClient.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.operatoros.payments.support.Eventually;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules SE3, SE6, SE7 and SK4 of the sandbox. */
class DeliveriesTest {

    private WebhookReceiver receiver;
    private StripeSandbox sandbox;
    private SandboxClient client;

    @BeforeEach
    void start() throws IOException {
        receiver = WebhookReceiver.start();
        sandbox = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", receiver.url(), null));
        client = new SandboxClient(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        receiver.close();
    }

    @Test
    void a_failed_delivery_is_made_again_until_it_arrives() throws Exception {
        receiver.answerNext(503);
        receiver.answerNext(302);
        String link = text(client.createLink(aLinkOf(1000), null), "id");

        List<String> received =
                List.of(objectOf(receiver.next()), objectOf(receiver.next()), objectOf(receiver.next()));

        assertEquals(List.of(link, link, link), received);
        assertEquals(List.of(503, 302, 200), onceThereAre(3));
        assertEquals(0, event().get("pending_webhooks").getAsInt());
    }

    @Test
    void an_event_that_nobody_took_yet_is_pending() throws Exception {
        receiver.answerNext(503);
        client.createLink(aLinkOf(1000), null);

        receiver.next();

        assertEquals(List.of(503), onceThereAre(1));
        assertEquals(1, event().get("pending_webhooks").getAsInt());
    }

    @Test
    void a_lost_event_is_neither_pending_nor_delivered() throws Exception {
        mode("off");

        client.createLink(aLinkOf(1000), null);

        assertEquals(List.of(0), onceThereAre(1));
        assertEquals(0, event().get("pending_webhooks").getAsInt());
        assertEquals(1, client.list("/v1/events?delivery_success=false").size());
    }

    @Test
    void a_lost_event_can_be_delivered_by_hand() throws Exception {
        mode("off");
        String link = text(client.createLink(aLinkOf(1000), null), "id");

        redeliver(event().get("id").getAsString());

        assertEquals(link, objectOf(receiver.next()));
        assertEquals(List.of(0, 200), onceThereAre(2));
        assertEquals(1, client.list("/v1/events?delivery_success=true").size());
    }

    @Test
    void an_event_older_than_its_endpoint_can_be_delivered_by_hand() throws Exception {
        try (StripeSandbox before = StripeSandbox.start(new StripeSandbox.Settings(0, "whsec_test", null, null))) {
            client = new SandboxClient(before);
            String link = text(client.createLink(aLinkOf(1000), null), "id");
            before.deliverTo(receiver.url());

            redeliver(event().get("id").getAsString());

            assertEquals(link, objectOf(receiver.next()));
        }
    }

    @Test
    void collected_events_come_newest_first() throws Exception {
        mode("reverse");
        String first = text(client.createLink(aLinkOf(1000), null), "id");
        String second = text(client.createLink(aLinkOf(2000), null), "id");
        String third = text(client.createLink(aLinkOf(3000), null), "id");

        List<String> received =
                List.of(objectOf(receiver.next()), objectOf(receiver.next()), objectOf(receiver.next()));

        assertEquals(List.of(third, second, first), received);
    }

    @Test
    void an_unknown_mode_or_event_is_refused() throws Exception {
        assertEquals(
                400,
                client.control("POST", "/_sandbox/webhooks", "{\"mode\":\"maybe\"}")
                        .statusCode());
        assertEquals(
                404,
                client.control("POST", "/_sandbox/webhooks/redeliver", "{\"event\":\"evt_1\"}")
                        .statusCode());
    }

    private void mode(String mode) throws Exception {
        client.use("/_sandbox/webhooks", "{\"mode\":\"" + mode + "\"}");
    }

    private void redeliver(String event) throws Exception {
        client.use("/_sandbox/webhooks/redeliver", "{\"event\":\"" + event + "\"}");
    }

    /** The event of the only link. */
    private JsonObject event() throws Exception {
        return client.list("/v1/events").get(0).getAsJsonObject();
    }

    private List<Integer> onceThereAre(int attempts) {
        return Eventually.get(() -> Optional.of(attempts()).filter(found -> found.size() == attempts));
    }

    private List<Integer> attempts() {
        try {
            return json(client.control("GET", "/_sandbox/webhooks", ""))
                    .getAsJsonArray("data")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonArray("deliveries")
                    .asList()
                    .stream()
                    .map(JsonElement::getAsJsonObject)
                    .map(attempt -> attempt.get("status").getAsInt())
                    .toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String objectOf(WebhookReceiver.Received delivery) {
        return JsonParser.parseString(delivery.body())
                .getAsJsonObject()
                .getAsJsonObject("data")
                .getAsJsonObject("object")
                .get("id")
                .getAsString();
    }
}
