package com.operatoros.payments.payment.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.Payments;
import com.operatoros.payments.payment.Situations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What can be done about a payment, by its state (rules E1 and O1). */
class PaymentActionTest {

    @Test
    void a_payment_that_is_being_created_can_only_be_duplicated() {
        assertEquals(EnumSet.of(PaymentAction.DUPLICATE), allowed(Payments.aPaymentBeingCreated()));
    }

    @Test
    void a_pending_link_can_be_mailed_withdrawn_and_corrected() {
        assertEquals(
                EnumSet.of(
                        PaymentAction.RESEND,
                        PaymentAction.CANCEL,
                        PaymentAction.MARK_PAID,
                        PaymentAction.DUPLICATE,
                        PaymentAction.REPLACE),
                allowed(Payments.aPendingPayment()));
    }

    /** What is listed is decided by the row of the payment alone as far as that is enough. */
    @Test
    void what_can_be_done_by_a_glance_at_the_row_is_what_the_facts_allow() {
        Situations.all().forEach(payment -> {
            boolean isWaited = payment.status().isWaitedFor();
            boolean isVain = payment.status() == PaymentStatus.CANCELED || payment.status() == PaymentStatus.REJECTED;

            assertEquals(isWaited && payment.facts().isWithdrawable(), PaymentAction.CANCEL.isAllowed(payment, false));
            assertEquals(
                    isWaited && payment.facts().isWithdrawable()
                            || isVain && !payment.facts().isMoneyHere(),
                    PaymentAction.REPLACE.isAllowed(payment, false));
        });
    }

    /** Whatever has happened to a payment, a person can end it (rule P10); the gateway ends what is on its way there. */
    @Test
    void no_payment_is_without_a_way_out() {
        Situations.all().forEach(PaymentActionTest::assertWayOut);
    }

    private static void assertWayOut(Payment payment) {
        boolean isEnded = !payment.status().isOpen();
        boolean isOnItsWay = payment.status() == PaymentStatus.CREATING || payment.status() == PaymentStatus.PROCESSING;
        boolean isAsleep = isEnded || isOnItsWay;

        Set<PaymentAction> ways = allowed(payment);
        ways.retainAll(EnumSet.of(
                PaymentAction.CANCEL,
                PaymentAction.MARK_PAID,
                PaymentAction.ACCEPT,
                PaymentAction.REFUND,
                PaymentAction.RESOLVE));

        assertTrue(
                isAsleep && !payment.outcome().needsAttention() || !ways.isEmpty(),
                () -> payment.status() + " " + payment.outcome().attention() + " of a "
                        + payment.bill().type());
    }

    @Test
    void the_situations_that_are_tried_have_every_status_and_every_alarm() {
        Set<PaymentStatus> statuses = EnumSet.noneOf(PaymentStatus.class);
        Set<Attention> alarms = EnumSet.noneOf(Attention.class);
        Situations.all().forEach(payment -> {
            statuses.add(payment.status());
            alarms.addAll(payment.outcome().attention());
        });

        assertEquals(EnumSet.allOf(PaymentStatus.class), statuses);
        assertEquals(EnumSet.allOf(Attention.class), alarms);
    }

    /** Less than was asked for is accepted, or goes back, before anything else is done about it. */
    @Test
    void money_that_does_not_fit_is_accepted_or_given_back() {
        assertEquals(
                EnumSet.of(
                        PaymentAction.RESEND,
                        PaymentAction.MARK_PAID,
                        PaymentAction.ACCEPT,
                        PaymentAction.DUPLICATE,
                        PaymentAction.REFUND,
                        PaymentAction.RESOLVE),
                allowed(Payments.aPaymentWithLess()));
    }

    @Test
    void a_paid_payment_can_be_duplicated_and_refunded() {
        assertEquals(EnumSet.of(PaymentAction.DUPLICATE, PaymentAction.REFUND), allowed(Payments.aPaidPayment()));
    }

    @Test
    void a_canceled_payment_can_be_corrected() {
        assertEquals(EnumSet.of(PaymentAction.DUPLICATE, PaymentAction.REPLACE), allowed(Payments.aCanceledPayment()));
    }

    @Test
    void a_payment_is_replaced_once() {
        assertEquals(EnumSet.of(PaymentAction.DUPLICATE), allowed(Payments.aReplacedPayment()));
    }

    @Test
    void while_something_is_under_way_nothing_else_begins() {
        assertFalse(PaymentAction.CANCEL.isAllowed(Payments.aPendingPayment(), true));
    }

    private static Set<PaymentAction> allowed(Payment payment) {
        return Arrays.stream(PaymentAction.values())
                .filter(action -> action.isAllowed(payment, false))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PaymentAction.class)));
    }
}
