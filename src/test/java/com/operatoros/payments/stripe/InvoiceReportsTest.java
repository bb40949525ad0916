package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Amount;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the events of an invoice say (rule S4). */
class InvoiceReportsTest {

    private static final UUID PAYMENT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final StripeEventReader reader = new StripeEventReader();

    @Test
    void a_paid_invoice_tells_its_total_and_the_time_of_its_own() throws Exception {
        StripeEvent event = reader.read(event(
                "invoice.paid",
                "\"status\":\"paid\",\"total\":250000,"
                        + "\"currency\":\"usd\",\"status_transitions\":{\"paid_at\":1795348700}"));

        assertEquals(
                Optional.of(new GatewayReport.InvoicePaid(
                        new InvoiceId("in_1"), new Amount(250_000, "usd"), Instant.ofEpochSecond(1_795_348_700))),
                event.report());
    }

    @Test
    void an_invoice_names_its_payment_and_not_its_customer() throws Exception {
        StripeEvent event = reader.read(event("invoice.voided", "\"status\":\"void\",\"customer\":\"cus_1\""));

        assertEquals(Optional.of(PAYMENT), event.namedPayment());
        assertEquals(Map.of(ObjectKind.INVOICE, "in_1"), event.objectIds());
    }

    @ParameterizedTest
    @CsvSource({"invoice.voided, void", "invoice.marked_uncollectible, uncollectible"})
    void an_invoice_that_was_voided_or_written_off_is_withdrawn(String type, String status) throws Exception {
        StripeEvent event = reader.read(event(type, "\"status\":\"" + status + "\""));

        assertEquals(Optional.of(new GatewayReport.InvoiceWithdrawn()), event.report());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"open\",\"total\":250000,\"currency\":\"usd\"",
                "\"status\":\"paid\",\"currency\":\"usd\"",
                "\"status\":\"paid\",\"total\":250000",
                "\"status\":\"paid\",\"total\":-1,\"currency\":\"usd\""
            })
    void what_does_not_say_enough_is_never_taken_for_paid(String fields) throws Exception {
        assertEquals(
                Optional.of(new GatewayReport.Unclear()),
                reader.read(event("invoice.paid", fields)).report());
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice.created", "invoice.updated", "invoice.deleted"})
    void other_types_say_nothing(String type) throws Exception {
        assertTrue(reader.read(event(type, "\"status\":\"open\"")).report().isEmpty());
    }

    private static String event(String type, String fields) {
        return "{\"id\":\"evt_1\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\",\"created\":1795348800,"
                + "\"livemode\":false,\"type\":\"" + type + "\",\"data\":{\"object\":{\"id\":\"in_1\","
                + "\"object\":\"invoice\",\"metadata\":{\"operatoros_payment_id\":\"" + PAYMENT + "\"}," + fields
                + "}}}";
    }
}
