package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.LinkId;
import com.operatoros.payments.gateway.LinkState;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.Remark;
import com.operatoros.payments.money.Amount;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the events of a payment say (rules G4, G5 and S4). */
class StripeEventReaderTest {

    private static final UUID PAYMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final StripeEventReader reader = new StripeEventReader();

    @ParameterizedTest
    @CsvSource({
        "checkout.session.completed, paid, PAID",
        "checkout.session.completed, no_payment_required, PAID",
        "checkout.session.completed, unpaid, SUBMITTED",
        "checkout.session.async_payment_succeeded, paid, PAID",
        "checkout.session.async_payment_failed, unpaid, FAILED"
    })
    void a_session_tells_how_far_its_payment_is(String type, String paymentStatus, AttemptState state)
            throws Exception {
        AttemptReport report = attempt(event(type, session(paymentStatus)));

        assertEquals(
                new AttemptReport(
                        state,
                        "cs_test_1",
                        new IntentId("pi_1"),
                        new Amount(150_000, "usd"),
                        Instant.ofEpochSecond(1_795_348_800),
                        null),
                report);
    }

    @Test
    void a_session_names_its_payment_and_its_objects() throws Exception {
        StripeEvent event = reader.read(event("checkout.session.completed", session("paid")));

        assertEquals(Optional.of(PAYMENT), event.namedPayment());
        assertEquals(
                Map.of(
                        ObjectKind.CHECKOUT_SESSION, "cs_test_1",
                        ObjectKind.PAYMENT_LINK, "plink_1",
                        ObjectKind.PAYMENT_INTENT, "pi_1"),
                event.objectIds());
    }

    @Test
    void completed_without_a_payment_status_is_never_taken_for_paid() throws Exception {
        String session = session("paid").replace("\"payment_status\":\"paid\",", "");

        assertEquals(
                Optional.of(new GatewayReport.Unclear()),
                reader.read(event("checkout.session.completed", session)).report());
    }

    @Test
    void an_empty_object_says_nothing() throws Exception {
        String session = "{\"object\":\"checkout.session\",\"id\":\"cs_test_1\",\"payment_status\":\"paid\"}";

        assertEquals(
                Optional.of(new GatewayReport.Unclear()),
                reader.read(event("checkout.session.completed", session)).report());
    }

    @Test
    void a_declined_card_tells_its_decline_code_and_its_charge() throws Exception {
        String intent = intent("requires_payment_method")
                .replace(
                        "\"last\":0",
                        "\"last_payment_error\":{\"code\":"
                                + "\"card_declined\",\"decline_code\":\"insufficient_funds\",\"charge\":\"ch_failed\","
                                + "\"message\":\"Your card has insufficient funds.\",\"type\":\"card_error\"}");

        AttemptReport report = attempt(event("payment_intent.payment_failed", intent));

        assertEquals(AttemptState.FAILED, report.state());
        assertEquals("ch_failed", report.attemptId());
        assertEquals(new Failure("insufficient_funds", "Your card has insufficient funds."), report.failure());
    }

    @Test
    void a_succeeded_intent_tells_what_was_received() throws Exception {
        AttemptReport report = attempt(event("payment_intent.succeeded", intent("succeeded")));

        assertEquals(AttemptState.PAID, report.state());
        assertEquals("ch_1", report.attemptId());
        assertEquals(149_000, report.amount().minor());
    }

    @Test
    void a_processing_intent_is_told_by_its_charge() throws Exception {
        AttemptReport report = attempt(event("payment_intent.processing", intent("processing")));

        assertEquals(AttemptState.PROCESSING, report.state());
        assertEquals("ch_1", report.attemptId());
    }

    @Test
    void a_session_that_expired_is_told() throws Exception {
        Optional<GatewayReport> report = reader.read(event("checkout.session.expired", session("unpaid")))
                .report();

        assertEquals(Optional.of(new GatewayReport.Passed(Remark.SESSION_EXPIRED, null)), report);
    }

    @ParameterizedTest
    @CsvSource({"true, 0, false", "false, 0, false", "false, 1, true"})
    void a_link_tells_whether_it_is_active_and_used(boolean active, int count, boolean used) throws Exception {
        String link = "{\"object\":\"payment_link\",\"id\":\"plink_1\",\"active\":" + active
                + ",\"restrictions\":{\"completed_sessions\":{\"count\":" + count + ",\"limit\":1}}}";

        Optional<GatewayReport> report =
                reader.read(event("payment_link.updated", link)).report();

        assertEquals(
                Optional.of(new GatewayReport.LinkChanged(new LinkId("plink_1"), new LinkState(active, used))), report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice.paid", "payment_intent.created", "customer.created", "from.next.year"})
    void other_types_say_nothing(String type) throws Exception {
        assertEquals(
                Optional.empty(), reader.read(event(type, intent("succeeded"))).report());
    }

    @Test
    void a_version_from_another_year_is_read_by_its_fields() throws Exception {
        String event =
                event("payment_intent.succeeded", intent("succeeded")).replace("2026-07-29.dahlia", "2024-06-20");

        assertEquals(AttemptState.PAID, attempt(event).state());
    }

    @Test
    void an_object_of_a_future_name_is_not_taken_for_a_neighbours() throws Exception {
        StripeEvent read = reader.read(event(
                "invoice.paid",
                "{\"object\":\"bill\",\"id\":\"bill_1\",\"invoice\":\"in_1\",\"metadata\":{\"operatoros_payment_id\":\""
                        + PAYMENT + "\"}}"));

        assertEquals(Optional.of(new GatewayReport.Unclear()), read.report());
        assertEquals(Map.of(ObjectKind.INVOICE, "in_1"), read.objectIds());
    }

    @Test
    void what_went_back_of_a_charge_is_told_in_its_own_currency() throws Exception {
        String charge = "{\"object\":\"charge\",\"id\":\"ch_1\",\"amount_refunded\":9000,\"currency\":\"jpy\"}";

        assertEquals(
                Optional.of(new GatewayReport.RefundTotal(new ChargeId("ch_1"), new Amount(9000, "jpy"))),
                reader.read(event("charge.refunded", charge)).report());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "7",
                "\"x\"",
                "{}",
                "{\"id\":1}",
                "{\"object\":\"event\"}",
                "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":\"x\",\"created\":1}",
                "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":\"x\",\"created\":1,\"data\":{}}",
                "{\"object\":\"event\",\"id\":\"evt_1\",\"type\":\"x\",\"created\":\"soon\",\"data\":{\"object\":{}}}",
                "{\"object\":\"v2.core.event\",\"id\":\"evt_1\",\"type\":\"x\"}"
            })
    void what_is_no_event_is_unreadable(String text) {
        assertThrows(UnreadableEvent.class, () -> reader.read(text));
    }

    @Test
    void fifty_thousand_levels_of_nesting_are_unreadable() {
        String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);

        assertThrows(UnreadableEvent.class, () -> reader.read(deep));
    }

    private AttemptReport attempt(String event) throws UnreadableEvent {
        return assertInstanceOf(
                        GatewayReport.Attempt.class, reader.read(event).report().orElseThrow())
                .report();
    }

    private static String event(String type, String object) {
        return "{\"id\":\"evt_1\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\",\"created\":1795348800,"
                + "\"livemode\":false,\"type\":\"" + type + "\",\"data\":{\"object\":" + object + "}}";
    }

    private static String session(String paymentStatus) {
        return "{\"object\":\"checkout.session\",\"id\":\"cs_test_1\",\"amount_total\":150000,\"currency\":\"usd\","
                + "\"payment_status\":\"" + paymentStatus
                + "\",\"payment_link\":\"plink_1\",\"payment_intent\":\"pi_1\","
                + "\"metadata\":{\"operatoros_payment_id\":\"" + PAYMENT + "\"}}";
    }

    private static String intent(String status) {
        return "{\"object\":\"payment_intent\",\"id\":\"pi_1\",\"amount\":150000,\"amount_received\":149000,"
                + "\"currency\":\"usd\",\"latest_charge\":\"ch_1\",\"last\":0,\"status\":\"" + status
                + "\",\"metadata\":{}}";
    }
}
