package com.operatoros.payments.payment.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.Payments;
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
                EnumSet.of(PaymentAction.RESEND, PaymentAction.CANCEL, PaymentAction.DUPLICATE, PaymentAction.REPLACE),
                allowed(Payments.aPendingPayment()));
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
