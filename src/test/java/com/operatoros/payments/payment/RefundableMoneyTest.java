package com.operatoros.payments.payment;

import static com.operatoros.payments.payment.Payments.aPaidPayment;
import static com.operatoros.payments.payment.Payments.aPendingPayment;
import static com.operatoros.payments.payment.Payments.anOpenInvoice;
import static com.operatoros.payments.payment.Payments.declined;
import static com.operatoros.payments.payment.Payments.failedWithoutReason;
import static com.operatoros.payments.payment.Payments.paid;
import static com.operatoros.payments.payment.Payments.processing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can still be given back, of which money, and how (rule P2). */
class RefundableMoneyTest {

    private static final IntentId FIRST = new IntentId("pi_1");
    private static final IntentId SECOND = new IntentId("pi_2");

    @Test
    void each_intent_holds_what_it_brought_without_what_goes_back() {
        Payment payment = aPaidPayment();
        payment.report(paid("pi_2", "ch_2"));
        payment.report(refund("re_1", FIRST, "ch_1", usd(40_000), RefundState.PENDING));

        assertEquals(
                Map.of(FIRST, new Money(110_000, Currency.USD), SECOND, Payments.ASKED),
                payment.facts().refundability().parts());
        assertEquals(260_000, payment.facts().refundable().minor());
        assertEquals(300_000, payment.facts().settlement().amountPaid().minor());
    }

    @Test
    void what_was_given_back_whole_holds_nothing_more() {
        Payment payment = aPaidPayment();
        payment.report(refund("re_1", FIRST, "ch_1", usd(150_000), RefundState.SUCCEEDED));

        assertEquals(Map.of(), payment.facts().refundability().parts());
    }

    @Test
    void a_refund_that_failed_or_was_canceled_can_be_made_again() {
        Payment payment = aPaidPayment();
        payment.report(refund("re_1", FIRST, "ch_1", usd(150_000), RefundState.FAILED));
        payment.report(refund("re_2", FIRST, "ch_1", usd(150_000), RefundState.CANCELED));

        assertEquals(Payments.ASKED, payment.facts().refundable());
        assertEquals(usd(0), payment.facts().refundability().refundedOf(new ChargeId("ch_1"), "usd"));
    }

    @Test
    void the_refunds_of_a_charge_are_those_of_its_own_money() {
        Payment payment = aPaidPayment();
        payment.report(refund("re_1", FIRST, "ch_1", usd(40_000), RefundState.SUCCEEDED));
        payment.report(refund("re_2", FIRST, "ch_1", usd(2_000), RefundState.PENDING));
        payment.report(refund("re_3", FIRST, "ch_1", new Amount(5_000, "try"), RefundState.SUCCEEDED));
        payment.report(refund("re_4", SECOND, "ch_2", usd(1), RefundState.SUCCEEDED));

        assertEquals(usd(42_000), payment.facts().refundability().refundedOf(new ChargeId("ch_1"), "usd"));
        assertEquals(new Amount(5_000, "try"), payment.facts().refundability().refundedOf(new ChargeId("ch_1"), "try"));
    }

    @Test
    void what_a_dispute_holds_cannot_be_given_back_until_it_is_won() {
        Payment payment = aPaidPayment();
        payment.report(dispute("du_1", usd(40_000), DisputeState.NEEDS_RESPONSE, 1));
        payment.report(dispute("du_2", usd(10_000), DisputeState.UNDER_REVIEW, 1));
        payment.report(dispute("du_3", usd(5_000), DisputeState.WARNING_NEEDS_RESPONSE, 1));

        assertEquals(new Money(100_000, Currency.USD), payment.facts().refundable());

        payment.report(dispute("du_1", usd(40_000), DisputeState.WON, 2));

        assertEquals(new Money(140_000, Currency.USD), payment.facts().refundable());
    }

    @Test
    void a_dispute_in_another_currency_holds_all_that_its_charge_brought() {
        Payment payment = aPaidPayment();
        payment.report(dispute("du_1", new Amount(100, "eur"), DisputeState.NEEDS_RESPONSE, 1));

        assertEquals(Map.of(), payment.facts().refundability().parts());
    }

    @Test
    void refunds_are_shown_in_the_order_in_which_they_were_made() {
        Payment payment = aPaidPayment();
        payment.report(refund("re_b", FIRST, "ch_1", usd(1), RefundState.PENDING));
        payment.report(refund("re_a", FIRST, "ch_1", usd(2), RefundState.PENDING));

        assertEquals(
                List.of("re_a", "re_b"),
                payment.facts().refundsByTime().stream().map(PaymentRefund::id).toList());
    }

    @Test
    void only_an_invoice_that_was_paid_as_it_was_asked_is_credited() {
        Payment link = aPaidPayment();
        Payment open = anOpenInvoice();
        Payment invoice = anOpenInvoice();
        invoice.report(Payments.invoice("in_1", InvoiceState.PAID, 150_000, Payments.NOON));
        Payment canceled = anOpenInvoice();
        canceled.cancel();
        canceled.report(paid("pi_1", "ch_1"));

        assertTrue(invoice.facts().isCreditable());
        assertFalse(open.facts().isCreditable());
        assertFalse(link.facts().isCreditable());
        assertFalse(canceled.facts().isCreditable());

        invoice.report(paid("pi_1", "ch_1"));
        invoice.report(paid("pi_2", "ch_2"));

        assertFalse(invoice.facts().isCreditable(), "a surplus that came beside it");
    }

    @Test
    void the_intent_to_look_at_is_the_one_that_brought_the_money_else_the_one_that_came_furthest() {
        Payment payment = aPendingPayment();
        assertEquals(Optional.empty(), leading(payment));

        payment.report(declined("pi_late", "ch_late", "generic_decline"));
        payment.report(processing("pi_2", null));
        assertEquals(Optional.of(SECOND), leading(payment));

        payment.report(paid("pi_1", "ch_1"));
        assertEquals(Optional.of(FIRST), leading(payment));
    }

    @Test
    void a_reason_of_a_failure_is_known_by_its_intent() {
        Payment payment = aPendingPayment();
        payment.report(declined("pi_1", "ch_1", "generic_decline"));
        payment.report(failedWithoutReason("pi_2"));

        assertTrue(payment.facts().attempts().knowReasonOf(FIRST));
        assertFalse(payment.facts().attempts().knowReasonOf(new IntentId("pi_3")));
    }

    private static Optional<IntentId> leading(Payment payment) {
        return payment.facts().attempts().leadingIntent(Payments.ASKED);
    }

    private static DisputeReport dispute(String id, Amount amount, DisputeState state, long seconds) {
        Instant told = Payments.NOON.plusSeconds(seconds);
        return new DisputeReport(
                id, FIRST, new ChargeId("ch_1"), amount, state, "fraudulent", told, Payments.NOON, told);
    }

    private static Amount usd(long minor) {
        return new Amount(minor, "usd");
    }

    private static RefundReport refund(String id, IntentId intent, String charge, Amount amount, RefundState state) {
        return new RefundReport(
                id, intent, new ChargeId(charge), amount, state, null, null, Payments.NOON, Payments.NOON);
    }
}
