package com.operatoros.payments.webhook;

import static com.operatoros.payments.support.AdminApi.aLink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.SignedEvents;
import com.operatoros.payments.support.StripeControls;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What other services do in the same account, what belongs to the other mode, and what is of another version (rules R5, W5
 * and W7).
 */
@ExtendWith(RunningApplication.class)
class NeighboursIT {

    private static final String ENVELOPE = """
            {"id":"evt_%s","object":"event","api_version":"%s","created":1795348800,"livemode":%s,"type":"%s",
             "pending_webhooks":1,"request":null,"data":{"object":%s}}""";
    private static final String DAHLIA = "2026-07-29.dahlia";

    private final AdminApi admin = AdminApi.asAdmin();

    @AfterEach
    void deliverAgain() {
        StripeControls.deliver("on");
    }

    @Test
    void a_thousand_events_of_neighbours_leave_only_their_number_and_the_ids_that_may_become_ours() throws Exception {
        long counted = sum();
        List<Callable<AdminApi.Answer>> deliveries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            deliveries.add(() -> foreign("customer.subscription.updated", "subscription", "sub"));
            deliveries.add(() -> foreign("invoice.paid", "invoice", "in"));
            deliveries.add(() -> foreign("payment_intent.succeeded", "payment_intent", "pi"));
            deliveries.add(() -> foreign("refund.created", "refund", "re"));
            deliveries.add(() -> foreign("payout.paid", "payout", "po"));
        }

        for (AdminApi.Answer answer : allAtOnce(deliveries)) {
            assertEquals(200, answer.status());
            assertEquals("ignored", outcome(answer));
        }

        assertEquals(0, one("select count(*) from operatoros_payments.stripe_event where id like 'evt_foreign%'"));
        assertEquals(counted + 1000, sum());
        assertEquals(
                400,
                one("select count(*) from operatoros_payments.stripe_unmatched where event_id like 'evt_foreign%'"));
    }

    @Test
    void an_event_of_the_other_mode_is_taken_ignored_and_counted() throws SQLException {
        JsonObject link = admin.create(aLink()).json();
        long before = one("select coalesce(sum(count), 0) from operatoros_payments.stripe_event_count"
                + " where why = 'other_mode' and type = 'payment_intent.succeeded'");
        String event = event(DAHLIA, true, "payment_intent.succeeded", intentOf(id(link)));

        AdminApi.Answer answer = SignedEvents.deliver(event);

        assertEquals("ignored", outcome(answer));
        assertEquals("pending", admin.payment(id(link)).get("status").getAsString());
        assertEquals(
                before + 1,
                one("select sum(count) from operatoros_payments.stripe_event_count"
                        + " where why = 'other_mode' and type = 'payment_intent.succeeded'"));
    }

    @Test
    void an_event_of_another_version_is_understood_by_the_fields_that_are_read() {
        JsonObject link = admin.create(aLink()).json();

        AdminApi.Answer answer =
                SignedEvents.deliver(event("2024-06-20", false, "payment_intent.succeeded", intentOf(id(link))));

        assertEquals("applied", outcome(answer));
        assertEquals("paid", admin.payment(id(link)).get("status").getAsString());
    }

    @Test
    void what_an_event_of_another_version_does_not_say_is_asked_of_stripe() {
        StripeControls.deliver("off");
        JsonObject link = admin.create(aLink()).json();
        String linkId = link.getAsJsonObject("stripe").get("payment_link_id").getAsString();
        StripeControls.pay(linkId, "4242424242424242");
        String strange = "{\"id\":\"cs_strange\",\"object\":\"checkout.session\",\"amount_total\":{\"usd\":1999},"
                + "\"metadata\":{\"operatoros_payment_id\":\"" + id(link) + "\"}}";

        AdminApi.Answer answer =
                SignedEvents.deliver(event("2031-01-01.future", false, "checkout.session.completed", strange));

        assertEquals("parked", outcome(answer));
        assertEquals(
                1999, admin.await(id(link), "paid").get("amount_paid_minor").getAsLong());
        assertTrue(admin.get("admin/api/payments/" + id(link) + "/history")
                .response()
                .body()
                .contains("\"kind\":\"transition\",\"from\":\"pending\",\"to\":\"paid\",\"actor\":\"stripe\""));
    }

    @Test
    void an_empty_object_is_never_taken_for_anything() {
        for (String type : List.of("checkout.session.completed", "invoice.paid", "refund.created")) {
            AdminApi.Answer answer = SignedEvents.deliver(event(DAHLIA, false, type, "{}"));

            assertEquals(200, answer.status());
            assertEquals("ignored", outcome(answer));
        }
    }

    private static AdminApi.Answer foreign(String type, String object, String prefix) {
        String id = prefix + "_" + UUID.randomUUID();
        String body = "{\"id\":\"" + id + "\",\"object\":\"" + object + "\",\"status\":\"succeeded\",\"amount\":100,"
                + "\"amount_received\":100,\"currency\":\"usd\",\"created\":1795348800,\"metadata\":{}}";
        return SignedEvents.deliver(event(DAHLIA, false, type, body).replace("\"evt_", "\"evt_foreign_"));
    }

    private static String intentOf(String payment) {
        return "{\"id\":\"pi_" + payment + "\",\"object\":\"payment_intent\",\"status\":\"succeeded\",\"amount\":1999,"
                + "\"amount_received\":1999,\"currency\":\"usd\",\"latest_charge\":\"ch_" + payment + "\","
                + "\"metadata\":{\"operatoros_payment_id\":\"" + payment + "\"}}";
    }

    private static String event(String version, boolean livemode, String type, String object) {
        return ENVELOPE.formatted(UUID.randomUUID(), version, livemode, type, object);
    }

    private static List<AdminApi.Answer> allAtOnce(List<Callable<AdminApi.Answer>> deliveries) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<AdminApi.Answer> answers = new ArrayList<>();
            for (Future<AdminApi.Answer> answer : senders.invokeAll(deliveries)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            senders.shutdownNow();
        }
    }

    private static String outcome(AdminApi.Answer answer) {
        return answer.json().get("outcome").getAsString();
    }

    private static String id(JsonObject payment) {
        return payment.get("id").getAsString();
    }

    private static long sum() throws SQLException {
        return one(
                "select coalesce(sum(count), 0) from operatoros_payments.stripe_event_count where why = 'neighbour'");
    }

    private static long one(String query) throws SQLException {
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
