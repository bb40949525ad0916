package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.ObjectKind;
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

        InvoiceReport report = report(event);
        assertEquals(InvoiceState.PAID, report.state());
        assertEquals(new InvoiceReport.Sums("usd", 250_000, 0, 0, 0, 250_000, 0), report.sums());
        assertEquals(Instant.ofEpochSecond(1_795_348_700), report.paidAt());
    }

    /** Amounts as in Stripe's reference: what the balance settled is how far it moved. */
    @Test
    void an_invoice_tells_what_took_off_what_it_asks_for() throws Exception {
        StripeEvent event = reader.read(event(
                "invoice.updated",
                "\"status\":\"open\",\"total\":135000,\"currency\":\"usd\",\"amount_paid\":5000,"
                        + "\"total_discount_amounts\":[{\"amount\":10000},{\"amount\":5000}],"
                        + "\"pre_payment_credit_notes_amount\":2000,\"starting_balance\":-3000,\"ending_balance\":0,"
                        + "\"amount_overpaid\":0,\"from_invoice\":{\"action\":\"revision\",\"invoice\":\"in_0\"}"));

        InvoiceReport report = report(event);
        assertEquals(new InvoiceReport.Sums("usd", 135_000, 15_000, 2_000, 3_000, 5_000, 0), report.sums());
        assertEquals(new InvoiceId("in_0"), report.revises());
    }

    @Test
    void what_a_client_owed_from_before_is_asked_for_as_well() throws Exception {
        StripeEvent event = reader.read(event(
                "invoice.finalized",
                "\"status\":\"open\",\"total\":1000,\"currency\":\"usd\",\"amount_paid\":0,"
                        + "\"starting_balance\":500,\"ending_balance\":0"));

        assertEquals(-500, report(event).sums().fromBalance());
    }

    private static InvoiceReport report(StripeEvent event) {
        return ((GatewayReport.InvoiceStands) event.report().orElseThrow()).report();
    }

    @Test
    void an_invoice_names_its_payment_and_not_its_customer() throws Exception {
        StripeEvent event = reader.read(event("invoice.voided", "\"status\":\"void\",\"customer\":\"cus_1\""));

        assertEquals(Optional.of(PAYMENT), event.namedPayment());
        assertEquals(Map.of(ObjectKind.INVOICE, "in_1"), event.objectIds());
    }

    @ParameterizedTest
    @CsvSource({"invoice.voided, void", "invoice.marked_uncollectible, uncollectible"})
    void an_invoice_tells_that_it_was_voided_or_written_off(String type, String status) throws Exception {
        StripeEvent event =
                reader.read(event(type, "\"status\":\"" + status + "\",\"total\":250000,\"currency\":\"usd\""));

        assertEquals(status, report(event).state().code());
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
    @ValueSource(strings = {"invoice.created", "invoice.deleted"})
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
