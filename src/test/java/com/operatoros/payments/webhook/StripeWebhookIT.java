package com.operatoros.payments.webhook;

import static com.operatoros.payments.support.SignedEvents.deliver;
import static com.operatoros.payments.support.SignedEvents.intentSucceeded;
import static com.operatoros.payments.support.SignedEvents.signature;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoint as Stripe and as a stranger see it (rules J1, W1 and W5). */
@ExtendWith(RunningApplication.class)
class StripeWebhookIT {

    private final AdminApi admin = AdminApi.asAdmin();

    @Test
    void a_signed_event_is_applied_and_its_repetition_is_known() {
        String payment = aPendingPayment();
        String event = intentSucceeded(eventId(), payment, 1999);

        AdminApi.Answer first = deliver(event);
        AdminApi.Answer second = deliver(event);

        assertEquals(200, first.status());
        assertEquals("applied", first.json().get("outcome").getAsString());
        assertEquals(true, first.json().get("received").getAsBoolean());
        assertEquals("duplicate", second.json().get("outcome").getAsString());
        assertEquals("paid", admin.payment(payment).get("status").getAsString());
    }

    @Test
    void an_event_of_somebody_else_is_taken_and_leaves_nothing() throws Exception {
        long before = storedEvents();

        AdminApi.Answer answer =
                deliver(intentSucceeded(eventId(), UUID.randomUUID().toString(), 1999));

        assertEquals(200, answer.status());
        assertEquals("ignored", answer.json().get("outcome").getAsString());
        assertEquals(before, storedEvents());
    }

    @Test
    void a_wrong_amount_never_makes_it_paid() {
        String payment = aPendingPayment();

        deliver(intentSucceeded(eventId(), payment, 1998));

        assertEquals("pending", admin.payment(payment).get("status").getAsString());
        assertEquals(
                "amount_mismatch",
                admin.payment(payment).getAsJsonArray("attention").get(0).getAsString());
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 330, -86_400, 86_400})
    void a_stale_or_future_timestamp_is_refused(long seconds) throws Exception {
        String event = intentSucceeded(eventId(), aPendingPayment(), 1999);
        long at = Clock.systemUTC().instant().getEpochSecond() + seconds;

        assertRefused(deliver(event, signature(event, at, TestEnvironment.WEBHOOK_SECRET)), event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "t=abc,v1=00", "t=1,v1", "v1=00", "t=1795348800,v0=00"})
    void garbage_in_the_header_is_refused(String header) throws Exception {
        String event = intentSucceeded(eventId(), aPendingPayment(), 1999);

        assertRefused(deliver(event, header), event);
    }

    @Test
    void a_wrong_secret_is_refused() throws Exception {
        String event = intentSucceeded(eventId(), aPendingPayment(), 1999);
        long now = Clock.systemUTC().instant().getEpochSecond();

        assertRefused(deliver(event, signature(event, now, "whsec_guessed")), event);
    }

    @Test
    void a_missing_signature_is_refused() throws Exception {
        String event = intentSucceeded(eventId(), aPendingPayment(), 1999);
        AdminApi stranger = AdminApi.asStranger();

        assertRefused(
                stranger.send(stranger.request("webhooks/stripe").POST(HttpRequest.BodyPublishers.ofString(event))),
                event);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "null", "[]", "{\"id\":1}", "{\"object\":\"event\"}"})
    void a_signed_body_that_is_no_event_is_refused(String body) {
        AdminApi.Answer answer = deliver(body);

        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        assertEquals(413, deliver("x".repeat(1024 * 1024 + 1)).status());
    }

    private String aPendingPayment() {
        AdminApi.Answer answer = admin.create(AdminApi.aLink());
        assertEquals(201, answer.status());
        return answer.json().get("id").getAsString();
    }

    private void assertRefused(AdminApi.Answer answer, String event) throws Exception {
        assertEquals(400, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        String id = event.substring(event.indexOf("evt_"), event.indexOf('"', event.indexOf("evt_")));
        assertEquals(0, count("select count(*) from operatoros_payments.stripe_event where id = '" + id + "'"));
    }

    private static long storedEvents() throws Exception {
        return count("select count(*) from operatoros_payments.stripe_event");
    }

    private static long count(String query) throws Exception {
        try (Connection connection = TestEnvironment.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String eventId() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }
}
