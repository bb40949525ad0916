package com.operatoros.payments.sandbox.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules Y1 to Y4: a story has passed only if everything came about. */
class RehearsalTest {

    private static final String ID = "7a2e5c0e-6b0f-4c59-9d6c-0d2f6a3b8c11";
    private static final String CREATE = "POST /admin/payments/create";
    private static final String READ = "GET /admin/api/payments/" + ID;
    private static final String HISTORY = READ + "/history";
    private static final String NOTIFICATIONS = "GET /admin/api/notifications";
    private static final String WEBHOOKS = "/_sandbox/webhooks";

    private PretendedServers servers;

    @BeforeEach
    void start() throws IOException {
        servers = new PretendedServers()
                .with("POST /_sandbox/pay", 200, "{}")
                .with("POST " + WEBHOOKS, 200, "{}")
                .with("GET " + WEBHOOKS, 200, deliveries(200, 200))
                .with(CREATE, 201, payment("pending", 0))
                .with("POST /admin/api/payments/" + ID + "/sync", 200, payment("paid", 120_000))
                .with(READ, 200, payment("paid", 120_000))
                .with(HISTORY, 200, "{data:[{to:'pending',evidence:null},{to:'paid',evidence:'evt_1'}]}")
                .with(NOTIFICATIONS, 200, notifications("info"));
    }

    @AfterEach
    void stop() {
        servers.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LINK_PAID", "INVOICE_PAID", "EVENTS_TWICE", "EVENTS_LOST"})
    void a_story_passes_when_the_payment_is_paid_in_full(Story story) throws Exception {
        HttpResponse<String> answer = servers.play(story.code());

        assertEquals(200, answer.statusCode());
        assertEquals(result(story.code(), true, "null"), JsonParser.parseString(answer.body()));
    }

    @Test
    void a_decline_passes_when_it_is_known_why_and_somebody_was_told() throws Exception {
        servers.with(READ, 200, payment("failed", 0)).with(NOTIFICATIONS, 200, notifications("error"));

        assertEquals(
                result("link_declined", true, "null"),
                JsonParser.parseString(servers.play("link_declined").body()));
    }

    @Test
    void a_payment_that_is_paid_in_part_has_not_passed() throws Exception {
        servers.with(READ, 200, payment("paid", 119_999));

        assertTrouble("link_paid", "not_paid");
    }

    @Test
    void a_payment_that_is_still_to_be_paid_has_not_passed() throws Exception {
        servers.with(READ, 200, payment("pending", 0));

        assertTrouble("invoice_paid", "not_paid");
    }

    @Test
    void a_decline_of_which_nobody_is_told_has_not_passed() throws Exception {
        servers.with(READ, 200, payment("failed", 0));

        assertTrouble("link_declined", "not_told");
    }

    @Test
    void a_decline_without_a_reason_has_not_passed() throws Exception {
        servers.with(READ, 200, payment("failed", 0).replace("{code:'x'}", "null"));

        assertTrouble("link_declined", "not_failed");
    }

    @Test
    void an_event_that_arrives_once_is_not_twice() throws Exception {
        servers.with("GET " + WEBHOOKS, 200, deliveries(200, 500));

        assertTrouble("events_twice", "not_twice");
    }

    @Test
    void an_event_that_is_told_twice_has_not_passed() throws Exception {
        servers.with(NOTIFICATIONS, 200, notifications("info", "info"));

        assertTrouble("events_twice", "not_once");
    }

    @Test
    void a_payment_that_no_event_made_paid_has_not_passed() throws Exception {
        servers.with(HISTORY, 200, "{data:[{to:'paid',evidence:null}]}");

        assertTrouble("events_twice", "no_event");
    }

    @Test
    void what_is_not_found_by_asking_has_not_passed() throws Exception {
        servers.with(READ, 200, payment("pending", 0));

        assertTrouble("events_lost", "not_found");
        assertTrue(servers.received().contains("POST /admin/api/payments/" + ID + "/sync {}"));
    }

    @ParameterizedTest
    @CsvSource({"202, creating", "422, rejected"})
    void a_creation_that_did_not_succeed_is_told_with_its_payment(int status, String state) throws Exception {
        String payment = payment(state, 0);
        servers.with(CREATE, status, status == 422 ? "{status:422,payment:" + payment + "}" : payment);

        assertTrouble("link_paid", "not_pending", state);
    }

    @Test
    void an_application_that_fails_breaks_the_story_off() throws Exception {
        servers.with(READ, 503, "{status:503}");

        assertTrouble("link_paid", "broken_off", "HTTP 503");
    }

    @Test
    void a_story_that_bills_nothing_has_no_payment() throws Exception {
        servers.with(CREATE, 401, "{status:401}");

        assertEquals(
                JsonParser.parseString("{story:'link_paid',passed:false,payment_id:null,"
                        + "trouble:{code:'broken_off',values:['HTTP 401']}}"),
                JsonParser.parseString(servers.play("link_paid").body()));
    }

    @Test
    void a_payer_who_is_refused_is_trouble() throws Exception {
        servers.with("POST /_sandbox/pay", 409, "{}");

        assertTrouble("link_paid", "sandbox_refused", "409");
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENTS_TWICE", "EVENTS_LOST"})
    void events_are_delivered_as_ever_after_a_story_that_failed(Story story) throws Exception {
        servers.with(CREATE, 503, "{}");

        servers.play(story.code());

        List<String> modes = servers.received().stream()
                .filter(call -> call.startsWith("POST " + WEBHOOKS))
                .toList();
        assertEquals(3, modes.size());
        assertEquals("POST " + WEBHOOKS + " {\"mode\":\"on\"}", modes.get(2));
    }

    @Test
    void a_second_story_is_refused_while_one_is_played() throws Exception {
        CountDownLatch isBilling = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        servers.with(CREATE, () -> {
            isBilling.countDown();
            await(goOn);
            return Reply.json(201, JsonParser.parseString(payment("pending", 0)));
        });
        CompletableFuture<HttpResponse<String>> first = servers.startPlaying("link_paid");
        await(isBilling);

        int second = servers.play("link_paid").statusCode();
        goOn.countDown();
        int firstStatus = first.join().statusCode();
        int third = servers.play("link_paid").statusCode();

        assertEquals(List.of(200, 409, 200), List.of(firstStatus, second, third));
    }

    @Test
    void what_is_no_story_is_refused() throws Exception {
        int unknown = servers.play("link_forgotten").statusCode();
        int missing = servers.send(servers.request(Rehearsal.PATH).POST(BodyPublishers.ofString("{}")))
                .statusCode();
        int read = servers.send(servers.request(Rehearsal.PATH)).statusCode();
        int other = servers.send(servers.request(Rehearsal.PATH + "s").POST(BodyPublishers.ofString("{}")))
                .statusCode();

        assertEquals(List.of(404, 400, 405, 404), List.of(unknown, missing, read, other));
        assertEquals(List.of(), servers.received());
    }

    private void assertTrouble(String story, String code, String... values) throws Exception {
        String named = values.length == 0 ? "" : "'" + String.join("','", values) + "'";

        assertEquals(
                result(story, false, "{code:'" + code + "',values:[" + named + "]}"),
                JsonParser.parseString(servers.play(story).body()));
    }

    private static JsonElement result(String story, boolean isPassed, String trouble) {
        return JsonParser.parseString(
                "{story:'%s',passed:%s,payment_id:'%s',trouble:%s}".formatted(story, isPassed, ID, trouble));
    }

    private static String payment(String status, long paid) {
        return """
                {id:'%s',type:'link',status:'%s',amount_minor:120000,amount_paid_minor:%d,failure:%s,
                stripe:{payment_link_id:'plink_1',invoice_id:null}}""".formatted(ID, status, paid, status.equals("failed") ? "{code:'x'}" : "null");
    }

    private static String notifications(String... levels) {
        String other = "{level:'info',data:{payment_id:null}},{level:'error',data:{payment_id:'another'}}";
        StringBuilder data = new StringBuilder(other);
        for (String level : levels) {
            data.append(",{level:'%s',data:{payment_id:'%s'}}".formatted(level, ID));
        }
        return "{data:[" + data + "]}";
    }

    private static String deliveries(int... statuses) {
        StringBuilder tries = new StringBuilder("{status:null}");
        for (int status : statuses) {
            tries.append(",{status:").append(status).append('}');
        }
        return "{mode:'on',data:[{id:'evt_2',deliveries:[{status:200},{status:200}]},{id:'evt_1',deliveries:[" + tries
                + "]}]}";
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
