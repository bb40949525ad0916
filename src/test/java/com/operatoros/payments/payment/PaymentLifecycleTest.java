package com.operatoros.payments.payment;

import static com.operatoros.payments.payment.Payments.aPaidPayment;
import static com.operatoros.payments.payment.Payments.aPaymentBeingCreated;
import static com.operatoros.payments.payment.Payments.aPendingPayment;
import static com.operatoros.payments.payment.Payments.declined;
import static com.operatoros.payments.payment.Payments.failedWithoutReason;
import static com.operatoros.payments.payment.Payments.paid;
import static com.operatoros.payments.payment.Payments.processing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What reports make of a payment (rules P2, P4 and P5). */
class PaymentLifecycleTest {

    @Test
    void a_cancel_does_not_undo_a_payment() {
        Payment payment = Payments.aPaidPayment();

        payment.cancel();

        assertEquals(PaymentStatus.PAID, payment.status());
    }

    @Test
    void a_created_link_makes_the_payment_pending() {
        Payment payment = aPendingPayment();

        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals("https://pay.example/1", payment.gateway().url());
        assertEquals("plink_1", payment.stripe().paymentLink());
    }

    @Test
    void a_declined_card_fails_the_payment_with_its_reason() {
        Payment payment = aPendingPayment();

        Change change = payment.report(declined("pi_1", "ch_1", "insufficient_funds"));

        assertTrue(change.isMove());
        assertEquals(PaymentStatus.FAILED, payment.status());
        assertEquals(
                Optional.of("insufficient_funds"), payment.outcome().failure().map(Failure::code));
    }

    @Test
    void a_good_card_after_a_declined_one_makes_the_payment_paid() {
        Payment payment = aPendingPayment();
        payment.report(declined("pi_1", "ch_1", "generic_decline"));

        payment.report(paid("pi_1", "ch_2"));

        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(Optional.empty(), payment.outcome().failure());
        assertEquals(150_000, payment.outcome().amountPaid().minor());
        assertEquals(Payments.NOON.plusSeconds(60), payment.outcome().paidAt());
    }

    @Test
    void a_late_failure_does_not_undo_a_paid_payment() {
        Payment payment = aPaidPayment();

        Change change = payment.report(declined("pi_1", "ch_0", "generic_decline"));

        assertFalse(change.isMove());
        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(Optional.empty(), payment.outcome().failure());
    }

    @Test
    void the_session_and_the_intent_of_one_payment_are_the_same_money() {
        Payment payment = aPendingPayment();

        payment.report(paid("pi_1", null));
        payment.report(paid("pi_1", "ch_1"));

        assertEquals(150_000, payment.outcome().amountPaid().minor());
        assertEquals(Set.of(), payment.outcome().attention());
    }

    @Test
    void a_second_payment_of_a_link_is_counted_and_raises_attention() {
        Payment payment = aPaidPayment();

        Change change = payment.report(paid("pi_2", "ch_2"));

        assertEquals(300_000, payment.outcome().amountPaid().minor());
        assertEquals(Set.of(Attention.OVERPAID), change.raised());
    }

    @Test
    void each_surplus_payment_raises_attention_and_its_second_report_none() {
        Payment payment = aPaidPayment();
        payment.report(paid("pi_2", "ch_2"));

        Change third = payment.report(paid("pi_3", null));
        Change again = payment.report(paid("pi_3", "ch_3"));

        assertEquals(Set.of(Attention.OVERPAID), third.raised());
        assertEquals(Set.of(), again.raised());
        assertEquals(450_000, payment.outcome().amountPaid().minor());
    }

    @Test
    void a_try_without_a_charge_does_not_stand_in_the_way_of_what_follows() {
        Payment payment = aPendingPayment();
        payment.report(declined("pi_1", "pi_1:authentication_required", "authentication_required"));

        payment.report(processing("pi_1", null));

        assertEquals(PaymentStatus.PROCESSING, payment.status());
    }

    @Test
    void a_different_amount_never_makes_the_payment_paid() {
        Payment payment = aPendingPayment();

        Change change = payment.report(paid("pi_1", "ch_1", 149_999, "usd"));

        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals(149_999, payment.outcome().amountPaid().minor());
        assertEquals(Set.of(Attention.AMOUNT_MISMATCH), change.raised());
        assertNull(payment.outcome().paidAt());
    }

    @Test
    void another_currency_never_makes_the_payment_paid() {
        Payment payment = aPendingPayment();

        payment.report(paid("pi_1", "ch_1", 150_000, "eur"));

        assertEquals(PaymentStatus.PENDING, payment.status());
        assertEquals(0, payment.outcome().amountPaid().minor());
        assertEquals(Set.of(Attention.AMOUNT_MISMATCH), payment.outcome().attention());
    }

    @Test
    void a_delayed_method_is_processing_until_it_settles() {
        Payment payment = aPendingPayment();

        payment.report(processing("pi_1", null));
        payment.report(processing("pi_1", "ch_1"));

        assertEquals(PaymentStatus.PROCESSING, payment.status());
        assertNull(payment.outcome().paidAt());
    }

    @Test
    void a_delayed_method_that_fails_makes_the_payment_failed() {
        Payment payment = aPendingPayment();
        payment.report(processing("pi_1", null));
        payment.report(processing("pi_1", "ch_1"));

        payment.report(failedWithoutReason("pi_1"));
        payment.report(declined("pi_1", "ch_1", "insufficient_funds"));

        assertEquals(PaymentStatus.FAILED, payment.status());
        assertEquals(
                Optional.of("insufficient_funds"), payment.outcome().failure().map(Failure::code));
    }

    @Test
    void a_failure_without_a_reason_is_still_a_failure() {
        Payment payment = aPendingPayment();

        payment.report(failedWithoutReason("pi_1"));

        assertEquals(PaymentStatus.FAILED, payment.status());
        assertTrue(payment.outcome().failure().isPresent());
    }

    @Test
    void an_event_may_find_the_payment_before_its_creation_is_recorded() {
        Payment payment = aPaymentBeingCreated();
        payment.report(paid("pi_1", "ch_1"));

        payment.opened(GatewayAnswer.link("plink_1", "https://pay.example/1"), Payments.NOON);

        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals("plink_1", payment.stripe().paymentLink());
    }

    @Test
    void money_that_arrives_after_a_rejection_makes_it_paid_and_raises_attention() {
        Payment payment = aPaymentBeingCreated();
        payment.reject(new Failure("amount_too_small", "Too small."));

        payment.report(paid("pi_1", "ch_1"));

        assertEquals(PaymentStatus.PAID, payment.status());
        assertEquals(Set.of(Attention.PAID_AFTER_CANCEL), payment.outcome().attention());
    }

    @Test
    void a_payment_that_has_moved_is_not_rejected_any_more() {
        Payment payment = aPaidPayment();

        payment.reject(new Failure(null, "late"));

        assertEquals(PaymentStatus.PAID, payment.status());
    }

    @Test
    void a_report_that_is_known_is_no_news() {
        Payment payment = aPaidPayment();

        Change change = payment.report(paid("pi_1", "ch_1"));

        assertFalse(change.isNews());
    }

    @Test
    void the_ids_of_the_money_that_arrived_are_not_hidden_by_later_tries() {
        Payment payment = aPaidPayment();
        payment.report(declined("pi_late", "ch_late", "generic_decline"));

        List<StripeObject> objects = List.of(
                object("cs_expired", ObjectKind.CHECKOUT_SESSION, null),
                object("cs_paying", ObjectKind.CHECKOUT_SESSION, "pi_1"),
                object("cs_late", ObjectKind.CHECKOUT_SESSION, "pi_late"));
        payment.ids().arrange(objects, payment.facts().settlement());

        assertEquals("cs_paying", payment.stripe().checkoutSession());
        assertEquals("pi_1", payment.stripe().paymentIntent());
    }

    @Test
    void every_order_of_the_same_reports_ends_the_same() {
        List<AttemptReport> reports = List.of(
                declined("pi_1", "ch_1", "generic_decline"),
                processing("pi_1", null),
                processing("pi_1", "ch_2"),
                declined("pi_1", "ch_2", "insufficient_funds"),
                failedWithoutReason("pi_1"));
        List<AttemptReport> withMoney = new ArrayList<>(reports);
        withMoney.add(paid("pi_2", "ch_3"));

        assertEquals(1, endings(reports).size(), "without money");
        assertEquals(1, endings(withMoney).size(), "with money");
    }

    private static Set<String> endings(List<AttemptReport> reports) {
        Set<String> endings = new java.util.HashSet<>();
        permute(new ArrayList<>(reports), 0, order -> {
            Payment payment = aPendingPayment();
            order.forEach(payment::report);
            endings.add(payment.status() + " " + payment.outcome().amountPaid() + " "
                    + payment.outcome().paidAt() + " " + payment.outcome().failure() + " "
                    + payment.outcome().attention());
        });
        return endings;
    }

    private static <T> void permute(List<T> items, int start, java.util.function.Consumer<List<T>> visit) {
        if (start == items.size()) {
            visit.accept(items);
        }
        for (int i = start; i < items.size(); i++) {
            java.util.Collections.swap(items, start, i);
            permute(items, start + 1, visit);
            java.util.Collections.swap(items, start, i);
        }
    }

    @Test
    void what_is_raised_while_a_person_looks_remains_to_be_seen() {
        Payment payment = aPaidPayment();
        payment.report(paid("pi_2", "ch_2"));
        payment.report(dispute("du_1", DisputeState.NEEDS_RESPONSE));

        payment.outcome().flags().resolve(Set.of(Attention.OVERPAID));

        assertTrue(payment.outcome().needsAttention());
        payment.outcome().flags().resolve(Set.of(Attention.DISPUTED));
        assertFalse(payment.outcome().needsAttention());
    }

    @Test
    void what_banks_have_taken_is_the_sum_of_all_disputes_that_are_not_won() {
        Payment payment = aPaidPayment();
        payment.report(dispute("du_lost", DisputeState.LOST));
        payment.report(dispute("du_open", DisputeState.UNDER_REVIEW));
        payment.report(dispute("du_won", DisputeState.WON));
        payment.report(dispute("du_inquiry", DisputeState.WARNING_NEEDS_RESPONSE));

        assertEquals(
                List.of(new Amount(2 * Payments.ASKED.minor(), "usd")),
                payment.facts().disputed());
    }

    @Test
    void a_dispute_in_a_currency_that_we_do_not_bill_in_is_shown_in_its_own() {
        Payment payment = aPaidPayment();
        Amount taken = new Amount(350_000, "try");
        payment.report(new DisputeReport(
                "du_1",
                null,
                new ChargeId("ch_1"),
                taken,
                DisputeState.NEEDS_RESPONSE,
                "fraudulent",
                null,
                Payments.NOON,
                Payments.NOON));

        assertEquals(taken, payment.outcome().dispute().orElseThrow().amount());
        assertEquals(List.of(taken), payment.facts().disputed(), "beside the sums of what was asked for");
    }

    private static DisputeReport dispute(String id, DisputeState state) {
        return new DisputeReport(
                id,
                new IntentId("pi_1"),
                new ChargeId("ch_1"),
                Payments.ASKED.amount(),
                state,
                "fraudulent",
                null,
                Payments.NOON,
                Payments.NOON);
    }

    private static StripeObject object(String id, ObjectKind kind, @Nullable String intent) {
        return new StripeObject(id, kind, UUID.randomUUID(), IntentId.orNull(intent), Payments.NOON);
    }
}
