package com.operatoros.payments.payment;

import static com.operatoros.payments.payment.Payments.ASKED;
import static com.operatoros.payments.payment.Payments.NOON;
import static com.operatoros.payments.payment.Payments.aPendingPayment;
import static com.operatoros.payments.payment.Payments.anOpenInvoice;
import static com.operatoros.payments.payment.Payments.invoice;
import static com.operatoros.payments.payment.Payments.paid;
import static com.operatoros.payments.payment.Payments.sums;
import static com.operatoros.payments.payment.Payments.suspicion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.CreditNoteReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.gateway.InvoiceState;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.money.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is owed is what the gateway still asks for (rule P8), edited invoices are followed (rule P9), people can end all (rule P10), and
 * each suspicion is told (rule P11).
 */
class SettlementTest {

    private static final Instant LATER = NOON.plusSeconds(600);

    @Test
    void a_credit_note_before_payment_lowers_what_is_owed_and_the_rest_pays_it() {
        Payment payment = anOpenInvoice();

        payment.report(creditNote(20_000, null));
        assertEquals(130_000, outstanding(payment));
        assertEquals(20_000, payment.outcome().credited().minor());

        payment.report(paid("pi_1", "ch_1", 130_000, "usd"));
        assertSettled(payment, 130_000);
    }

    @Test
    void an_invoice_that_is_paid_after_a_credit_note_is_paid_with_no_alarm() {
        Payment payment = anOpenInvoice();

        payment.report(invoice("in_1", null, InvoiceState.PAID, sums(150_000, 0, 20_000, 0, 130_000, 0), LATER));

        assertSettled(payment, 130_000);
        assertEquals(LATER, payment.outcome().paidAt());
    }

    @Test
    void a_credit_note_that_is_voided_asks_for_its_amount_again() {
        Payment payment = anOpenInvoice();
        payment.report(creditNote(20_000, null));

        payment.report(creditNote(20_000, LATER));

        assertEquals(150_000, outstanding(payment));
    }

    @Test
    void an_invoice_that_a_credit_note_took_away_is_canceled_and_not_paid() {
        Payment payment = anOpenInvoice();

        payment.report(invoice("in_1", null, InvoiceState.PAID, sums(150_000, 0, 150_000, 0, 0, 0), LATER));

        assertEquals(PaymentStatus.CANCELED, payment.status());
        assertEquals(0, outstanding(payment));
    }

    @Test
    void what_the_balance_of_the_client_settles_is_not_owed() {
        Payment payment = anOpenInvoice();

        payment.report(
                invoice("in_1", null, InvoiceState.OPEN, sums(150_000, 0, 0, 30_000, 0, 0), NOON.plusSeconds(1)));
        assertEquals(120_000, outstanding(payment));

        payment.report(paid("pi_1", "ch_1", 120_000, "usd"));
        assertSettled(payment, 120_000);
    }

    @Test
    void what_the_client_owed_from_before_is_owed_as_well() {
        Payment payment = anOpenInvoice();
        payment.report(
                invoice("in_1", null, InvoiceState.OPEN, sums(150_000, 0, 0, -5_000, 0, 0), NOON.plusSeconds(1)));
        assertEquals(155_000, outstanding(payment));

        payment.report(paid("pi_1", "ch_1", 155_000, "usd"));

        assertSettled(payment, 155_000);
    }

    @Test
    void an_invoice_that_the_balance_settles_whole_is_paid_without_money() {
        Payment payment = anOpenInvoice();

        payment.report(invoice("in_1", null, InvoiceState.PAID, sums(150_000, 0, 0, 150_000, 0, 0), LATER));

        assertSettled(payment, 0);
    }

    @Test
    void a_discount_of_the_client_is_not_owed() {
        Payment payment = anOpenInvoice();

        payment.report(invoice("in_1", null, InvoiceState.PAID, sums(135_000, 15_000, 0, 0, 135_000, 0), LATER));

        assertSettled(payment, 135_000);
        assertEquals(ASKED, payment.amount());
        assertEquals(15_000, payment.facts().settlement().discounted().minor());
    }

    @Test
    void a_part_that_is_paid_elsewhere_is_a_part() {
        Payment payment = anOpenInvoice();

        payment.report(AttemptReport.outside("pr_1", new Amount(50_000, "usd"), NOON));

        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals(50_000, payment.outcome().amountPaid().minor());
        assertEquals(100_000, outstanding(payment));
        assertTrue(payment.outcome().isPartlyPaid());
        assertEquals(Set.of(), payment.outcome().attention());

        payment.report(paid("pi_1", "ch_1", 100_000, "usd"));
        assertSettled(payment, 150_000);
        assertFalse(payment.outcome().isPartlyPaid());
    }

    @Test
    void more_than_an_invoice_asks_for_is_paid_and_told_as_a_surplus() {
        Payment payment = anOpenInvoice();

        payment.report(invoice("in_1", null, InvoiceState.PAID, sums(150_000, 0, 0, 0, 150_000, 2_500), LATER));

        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(152_500, payment.outcome().amountPaid().minor());
        assertEquals(2_500, payment.facts().surplus().minor());
        assertEquals(Set.of(Attention.OVERPAID), payment.outcome().attention());
    }

    @Test
    void an_edited_invoice_is_followed_with_its_number_its_amount_and_its_page() {
        Payment payment = anOpenInvoice();

        payment.report(voidedFor("in_1", "in_2"));
        assertEquals(PaymentStatus.PENDING, payment.status(), "nobody has withdrawn it");

        payment.report(invoice("in_2", "in_1", InvoiceState.OPEN, sums(90_000, 0, 0, 0, 0, 0), LATER));
        assertEquals("in_2", payment.stripe().invoice());
        assertEquals("D-in_2", payment.stripe().invoiceNumber());
        assertEquals("https://pay.example/in_2", payment.gateway().url());
        assertEquals(90_000, payment.amount().minor());
        assertEquals(90_000, outstanding(payment));
    }

    @Test
    void an_edited_invoice_is_followed_before_the_old_one_is_known_to_be_void() {
        Payment payment = anOpenInvoice();

        payment.report(invoice("in_2", "in_1", InvoiceState.OPEN, sums(90_000, 0, 0, 0, 0, 0), LATER));
        payment.report(invoice("in_1", null, InvoiceState.VOID, sums(150_000, 0, 0, 0, 0, 0), LATER));

        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals(90_000, payment.amount().minor());
    }

    @Test
    void an_invoice_that_looked_withdrawn_is_waited_for_again_when_it_turns_out_to_be_edited() {
        Payment payment = anOpenInvoice();
        payment.report(invoice("in_1", null, InvoiceState.VOID, sums(150_000, 0, 0, 0, 0, 0), LATER));
        assertEquals(PaymentStatus.CANCELED, payment.status());

        payment.report(invoice("in_2", "in_1", InvoiceState.OPEN, sums(150_000, 0, 0, 0, 0, 0), LATER));

        assertEquals(PaymentStatus.PENDING, payment.status());
    }

    @Test
    void a_draft_that_edits_an_invoice_takes_its_place_only_when_it_is_issued() {
        Payment payment = anOpenInvoice();

        payment.report(invoice("in_2", "in_1", InvoiceState.DRAFT, sums(90_000, 0, 0, 0, 0, 0), LATER));

        assertEquals("in_1", payment.stripe().invoice());
        assertEquals(150_000, payment.amount().minor());
    }

    @Test
    void an_invoice_that_was_given_up_and_is_paid_all_the_same_is_paid_and_told() {
        Payment payment = anOpenInvoice();
        InvoiceReport paid = invoice("in_1", InvoiceState.PAID, 150_000, LATER);
        payment.report(new InvoiceReport(
                paid.id(), null, null, paid.state(), paid.sums(), paid.pages(), true, paid.paidAt(), LATER));

        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(Set.of(Attention.PAID_AFTER_CANCEL), payment.outcome().attention());
    }

    @Test
    void a_link_that_is_paid_with_less_can_be_accepted_and_the_difference_stays_visible() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", 140_000, "usd"));
        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals(Set.of(Attention.AMOUNT_MISMATCH), payment.outcome().attention());
        assertEquals(10_000, outstanding(payment));

        payment.accept(new Progress.Acceptance(LATER, 140_000));

        assertSettled(payment, 140_000);
        assertEquals(ASKED, payment.amount());
    }

    @Test
    void what_comes_after_an_acceptance_is_looked_at_anew() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", 140_000, "usd"));
        payment.accept(new Progress.Acceptance(LATER, 140_000));

        payment.report(paid("pi_2", "ch_2", 150_000, "usd"));

        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(Set.of(Attention.OVERPAID), payment.outcome().attention());
        assertEquals(140_000, payment.facts().surplus().minor());
    }

    @Test
    void more_than_was_asked_for_can_be_accepted_too() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", 200_000, "usd"));

        payment.accept(new Progress.Acceptance(LATER, 200_000));

        assertSettled(payment, 200_000);
    }

    @Test
    void a_link_that_is_paid_with_more_is_paid_when_what_is_too_much_has_gone_back() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", 200_000, "usd"));
        assertEquals(
                Set.of(Attention.AMOUNT_MISMATCH, Attention.OVERPAID),
                payment.outcome().attention());

        payment.report(refund("re_1", 50_000, RefundState.SUCCEEDED, 1));

        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(Set.of(), payment.outcome().attention());
    }

    @Test
    void what_had_gone_back_and_came_back_is_too_much_again() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", 200_000, "usd"));
        payment.report(refund("re_1", 50_000, RefundState.SUCCEEDED, 1));

        payment.report(refund("re_1", 50_000, RefundState.FAILED, 2));

        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals(
                Set.of(Attention.AMOUNT_MISMATCH, Attention.OVERPAID, Attention.REFUND_FAILED),
                payment.outcome().attention());
    }

    @Test
    void all_of_what_differs_can_go_back_and_the_link_be_withdrawn() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", 140_000, "usd"));
        payment.report(refund("re_1", 140_000, RefundState.SUCCEEDED, 1));
        assertEquals(Set.of(), payment.outcome().attention());

        payment.cancel();

        assertEquals(PaymentStatus.CANCELED, payment.status());
    }

    @Test
    void a_link_may_be_paid_elsewhere_in_part() {
        Payment payment = aPendingPayment();
        payment.report(AttemptReport.outside("p-1", new Amount(50_000, "usd"), NOON));
        assertTrue(payment.outcome().isPartlyPaid());
        assertEquals(Set.of(), payment.outcome().attention());

        payment.report(AttemptReport.outside("p-2", new Amount(100_000, "usd"), LATER));

        assertSettled(payment, 150_000);
    }

    @Test
    void money_is_refunded_when_it_has_arrived_and_on_its_way_before() {
        Payment payment = Payments.aPaidPayment();

        payment.report(refund("re_1", 40_000, RefundState.PENDING, 1));
        assertEquals(0, payment.outcome().amountRefunded().minor());
        assertEquals(40_000, payment.facts().settlement().amountReturning().minor());

        payment.report(refund("re_1", 40_000, RefundState.SUCCEEDED, 2));
        assertEquals(40_000, payment.outcome().amountRefunded().minor());

        payment.report(refund("re_1", 40_000, RefundState.CANCELED, 3));
        assertEquals(0, payment.outcome().amountRefunded().minor());
        assertEquals(Set.of(Attention.REFUND_FAILED), payment.outcome().attention());
    }

    @Test
    void a_code_over_everything_brings_nothing_and_can_be_accepted_or_withdrawn() {
        Payment payment = aPendingPayment();
        payment.report(paid("cs_1", null, 0, "usd"));
        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals(Set.of(Attention.AMOUNT_MISMATCH), payment.outcome().attention());
        assertTrue(payment.facts().isAcceptable());
        assertTrue(payment.facts().isWithdrawable());
        assertEquals(List.of(), payment.facts().money());

        payment.accept(new Progress.Acceptance(LATER, 0));

        assertSettled(payment, 0);
    }

    @Test
    void an_invoice_whose_part_has_gone_back_can_be_accepted_since_it_is_not_voided_any_more() {
        Payment payment = Payments.anOpenInvoice();
        payment.report(paid("pi_1", "ch_1", 50_000, "usd"));
        payment.report(refund("re_1", 50_000, RefundState.SUCCEEDED, 1));

        assertFalse(payment.facts().isMoneyHere());
        assertFalse(payment.facts().isWithdrawable());
        assertTrue(payment.facts().isAcceptable());
    }

    @Test
    void what_a_bank_has_taken_is_no_surplus_until_it_is_won_back() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1"));
        payment.report(paid("pi_2", "ch_2"));
        assertEquals(ASKED, payment.facts().surplus());

        payment.report(dispute("pi_2", "ch_2", DisputeState.LOST, 1));
        assertEquals(0, payment.facts().surplus().minor());
        assertEquals(Set.of(), payment.outcome().attention());

        Change won = payment.report(dispute("pi_2", "ch_2", DisputeState.WON, 2));
        assertEquals(ASKED, payment.facts().surplus());
        assertEquals(Set.of(Attention.OVERPAID), won.raised());
    }

    @Test
    void what_is_told_in_the_currency_of_the_client_as_well_counts_in_the_one_that_was_asked_for() {
        Payment payment = aPendingPayment();
        payment.report(paid("pi_1", "ch_1", 23_000_000, "jpy"));
        payment.report(paid("pi_1", null, ASKED.minor(), "usd"));

        assertSettled(payment, ASKED.minor());
    }

    @Test
    void a_transfer_that_is_chosen_after_a_declined_card_is_waited_for() {
        Payment payment = aPendingPayment();
        payment.report(Payments.declined("pi_1", "ch_1", "generic_decline"));
        payment.report(waiting("pi_1", 30));
        assertEquals(PaymentStatus.PENDING, payment.status());
        assertTrue(payment.outcome().isTransferAwaited());

        Failure failure = new Failure("payment_intent_payment_attempt_expired", "Too late.");
        payment.report(new AttemptReport(
                AttemptState.FAILED, "pi_1:late", new IntentId("pi_1"), ASKED.amount(), LATER, failure));
        assertEquals(PaymentStatus.FAILED, payment.status());
    }

    @Test
    void each_suspicion_is_told_and_over_by_itself() {
        Payment payment = Payments.aPaidPayment();
        payment.report(suspicion("prv_1", SuspicionKind.REVIEW, true));
        payment.report(suspicion("prv_1", SuspicionKind.REVIEW, false));
        assertEquals(Set.of(), payment.outcome().attention());

        Change second = payment.report(suspicion("prv_2", SuspicionKind.REVIEW, true));
        assertEquals(Set.of(Attention.UNDER_REVIEW), second.raised());

        payment.outcome().flags().resolve(Set.of(Attention.UNDER_REVIEW));
        Change third = payment.report(suspicion("prv_3", SuspicionKind.REVIEW, true));
        assertEquals(Set.of(Attention.UNDER_REVIEW), third.raised());
        assertTrue(payment.outcome().needsAttention());
        assertFalse(
                payment.report(suspicion("prv_3", SuspicionKind.REVIEW, true)).isNews());
    }

    private static void assertSettled(Payment payment, long arrived) {
        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(arrived, payment.outcome().amountPaid().minor());
        assertEquals(0, outstanding(payment));
        assertEquals(Set.of(), payment.outcome().attention());
    }

    private static long outstanding(Payment payment) {
        return payment.outcome().outstanding().minor();
    }

    private static AttemptReport waiting(String intent, long after) {
        return new AttemptReport(
                AttemptState.WAITING, intent, new IntentId(intent), ASKED.amount(), NOON.plusSeconds(after), null);
    }

    private static DisputeReport dispute(String intent, String charge, DisputeState state, long after) {
        return new DisputeReport(
                "du_" + charge,
                new IntentId(intent),
                new ChargeId(charge),
                ASKED.amount(),
                state,
                "fraudulent",
                LATER.plusSeconds(1_000),
                LATER,
                LATER.plusSeconds(after));
    }

    private static InvoiceReport voidedFor(String id, String next) {
        InvoiceReport known = invoice(id, InvoiceState.VOID, 0, LATER);
        return new InvoiceReport(
                known.id(), null, new InvoiceId(next), known.state(), known.sums(), known.pages(), false, null, LATER);
    }

    private static CreditNoteReport creditNote(long minor, @Nullable Instant voidedAt) {
        return new CreditNoteReport(
                "cn_1", new InvoiceId("in_1"), new Amount(minor, "usd"), null, NOON.plusSeconds(60), voidedAt);
    }

    private static RefundReport refund(String id, long minor, RefundState state, long seconds) {
        Instant told = LATER.plusSeconds(seconds);
        return new RefundReport(
                id,
                new IntentId("pi_1"),
                new ChargeId("ch_1"),
                new Amount(minor, "usd"),
                state,
                null,
                null,
                LATER,
                told);
    }
}
