package com.operatoros.payments.webhook;

import static com.operatoros.payments.support.SignedEvents.deliver;
import static com.operatoros.payments.support.SignedEvents.intentSucceeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An event whose effect fails in the database, among others that do not (rules W9 and W10), as Stripe and as the admin see it. */
@ExtendWith(RunningApplication.class)
class FailedEventIT {

    /** What was stored although its answer came too late is known when it comes again. */
    private static final Set<String> TAKEN = Set.of("applied", "duplicate");

    private final AdminApi admin = AdminApi.asAdmin();

    @Test
    void one_that_fails_is_kept_and_told_while_the_others_are_applied_and_it_catches_up_by_itself() throws Exception {
        String sick = aPendingPayment();
        String poison = eventId();
        List<String> healthy = new ArrayList<>();
        List<String> bodies = new ArrayList<>(List.of(intentSucceeded(poison, sick, 1999)));
        for (int i = 0; i < 12; i++) {
            healthy.add(aPendingPayment());
            bodies.add(intentSucceeded(eventId(), healthy.get(i), 1999));
        }

        try (Sickness none = new Sickness(sick)) {
            List<String> outcomes = deliverAtOnce(bodies);

            assertEquals("parked", outcomes.get(0));
            outcomes.subList(1, outcomes.size()).forEach(outcome -> assertTrue(TAKEN.contains(outcome), outcome));
            healthy.forEach(payment ->
                    assertEquals("paid", admin.payment(payment).get("status").getAsString()));
            JsonObject event = event(poison);
            assertEquals("parked", event.get("outcome").getAsString());
            assertEquals(sick, event.get("payment_id").getAsString());
            assertTrue(event.get("error").getAsString().contains("the test makes this fail"));
            assertEquals("event", event.getAsJsonObject("payload").get("object").getAsString());
            assertEquals("pending", admin.payment(sick).get("status").getAsString());
            assertTrue(
                    admin.get("admin/api/notifications?limit=100")
                            .response()
                            .body()
                            .contains("could not be applied"),
                    "the admin is told");
            assertEquals("parked", applyAgain(poison).get("outcome").getAsString());
        }

        Eventually.get(() -> Optional.of(event(poison))
                .filter(event -> event.get("outcome").getAsString().equals("applied")));
        assertTrue(event(poison).get("error").isJsonNull());
        assertEquals("paid", admin.payment(sick).get("status").getAsString());
        assertEquals("duplicate", deliver(bodies.get(0)).json().get("outcome").getAsString());
    }

    @Test
    void what_has_been_applied_may_be_applied_again_and_comes_to_the_same() {
        String payment = aPendingPayment();
        String event = eventId();
        deliver(intentSucceeded(event, payment, 1999));

        JsonObject again = applyAgain(event);

        assertEquals("applied", again.get("outcome").getAsString());
        assertEquals(1999, admin.payment(payment).get("amount_paid_minor").getAsLong());
        assertEquals(404, admin.post("admin/api/events/evt_unknown/apply", "").status());
    }

    @Test
    void events_are_listed_by_outcome_type_and_payment_page_by_page() {
        String payment = aPendingPayment();
        for (int i = 0; i < 3; i++) {
            deliver(intentSucceeded(eventId(), payment, 1999));
        }
        String list = "admin/api/events?type=payment_intent.succeeded&outcome=applied&payment=" + payment;

        JsonObject first = admin.get(list + "&limit=2").json();
        JsonObject second = admin.get(
                        list + "&limit=2&cursor=" + first.get("next_cursor").getAsString())
                .json();

        assertEquals(2, first.getAsJsonArray("data").size());
        assertEquals(1, second.getAsJsonArray("data").size());
        assertTrue(second.get("next_cursor").isJsonNull());
        assertFalse(first.toString().contains("payload"));
        assertEquals(400, admin.get("admin/api/events?outcome=great").status());
        assertEquals(400, admin.get("admin/api/events?cursor=evt_unknown").status());
        assertEquals(400, admin.get("admin/api/events?payment=mine").status());
        assertEquals(404, admin.get("admin/api/events/evt_unknown").status());
    }

    @Test
    void a_payment_that_somebody_holds_is_answered_503_in_time_and_holds_up_no_other() throws Exception {
        String held = aPendingPayment();
        String other = aPendingPayment();
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from operatoros_payments.payment where id = '" + held + "' for update");

            long start = System.nanoTime();
            AdminApi.Answer ofHeld = deliver(intentSucceeded(eventId(), held, 1999));
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            AdminApi.Answer ofOther = deliver(intentSucceeded(eventId(), other, 1999));

            assertEquals(503, ofHeld.status());
            assertTrue(waited.compareTo(Duration.ofSeconds(2)) < 0, waited.toString());
            assertEquals("applied", ofOther.json().get("outcome").getAsString());
            connection.rollback();
        }
    }

    /** Makes every change of a payment fail in the database. */
    private record Sickness(String payment) implements AutoCloseable {
        Sickness {
            change("create function operatoros_payments.fail_of_test() returns trigger language plpgsql as"
                    + " 'begin raise exception ''the test makes this fail''; end'");
            change(
                    "create trigger fail_of_test before update on operatoros_payments.payment for each row when (new.id = '"
                            + payment + "') execute function operatoros_payments.fail_of_test()");
        }

        @Override
        public void close() {
            change("drop function operatoros_payments.fail_of_test() cascade");
        }

        private static void change(String statement) {
            try (Connection connection = TestEnvironment.connect();
                    Statement open = connection.createStatement()) {
                open.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** As Stripe does, which repeats what a busy server could not take in time. */
    private static String outcomeOf(String body) {
        return Eventually.get(() -> Optional.of(deliver(body)).filter(answer -> answer.status() == 200))
                .json()
                .get("outcome")
                .getAsString();
    }

    private static List<String> deliverAtOnce(List<String> bodies) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(bodies.size());
        try {
            List<Future<String>> running = bodies.stream()
                    .map(body -> clients.submit(() -> outcomeOf(body)))
                    .toList();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            clients.shutdown();
        }
    }

    private JsonObject event(String id) {
        return admin.get("admin/api/events/" + id).json();
    }

    private JsonObject applyAgain(String id) {
        return admin.post("admin/api/events/" + id + "/apply", "").json();
    }

    private String aPendingPayment() {
        return admin.create(AdminApi.aLink()).json().get("id").getAsString();
    }

    private static String eventId() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }
}
