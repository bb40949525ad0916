package com.operatoros.payments.admin;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentRefund;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.action.ActionResult;
import com.operatoros.payments.payment.action.PaymentAction;
import java.util.List;
import java.util.Optional;

/** An end that a button's request has come to, as the page tells it that comes next. */
enum ActionEnd implements Coded {
    DONE,
    /** The gateway's answer is not known: the page shows what is still asked for. */
    UNSETTLED,
    REFUSED,
    NOT_ALLOWED,
    /** The same request is being carried out at this moment. */
    BUSY,
    /** The same showing of the form has been used for something else. */
    TAKEN;

    static ActionEnd of(ActionResult result) {
        return result.tellTo(new Reading());
    }

    private static final class Reading implements ActionResult.Reader<ActionEnd> {
        @Override
        public ActionEnd done(ActionResult.Done result) {
            return DONE;
        }

        @Override
        public ActionEnd unsettled(ActionResult.Unsettled result) {
            return UNSETTLED;
        }

        @Override
        public ActionEnd refused(ActionResult.Refused result) {
            return REFUSED;
        }

        /** What was to take the place of the payment tells on its own page why it was rejected. */
        @Override
        public ActionEnd rejected(ActionResult.Rejected result) {
            return NOT_ALLOWED;
        }

        @Override
        public ActionEnd notAllowed(ActionResult.NotAllowed result) {
            return NOT_ALLOWED;
        }
    }

    static Optional<ActionEnd> find(String code) {
        return Coded.find(ActionEnd.class, code);
    }

    /** Addresses can be made up and kept: "done" is said only while the payment stands as it says. */
    boolean isTrue(PaymentAction action, Payment payment) {
        if (this != DONE) {
            return this != UNSETTLED;
        }
        return switch (action) {
            case CANCEL -> payment.status() == PaymentStatus.CANCELED;
            case MARK_PAID -> payment.outcome().amountPaid().minor() > 0;
            case ACCEPT -> payment.status() == PaymentStatus.PAID;
            case REFUND -> isOnItsWay(payment);
            case RESOLVE -> !payment.outcome().needsAttention();
            case RESEND, GIVE_UP -> true;
            case DUPLICATE, REPLACE -> false;
        };
    }

    /** Whether the latest refund has not failed. */
    private static boolean isOnItsWay(Payment payment) {
        List<PaymentRefund> refunds = payment.facts().refundsByTime();
        return !refunds.isEmpty() && !refunds.get(refunds.size() - 1).state().isTakenBack();
    }
}
