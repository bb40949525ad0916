package com.operatoros.payments.admin;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentRefund;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.action.ActionResult;
import com.operatoros.payments.payment.action.PaymentAction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a button's request has ended, as the page tells it that comes next. */
enum ActionEnd {
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
        if (result instanceof ActionResult.Done) {
            return DONE;
        }
        if (result instanceof ActionResult.Unsettled) {
            return UNSETTLED;
        }
        return result instanceof ActionResult.Refused ? REFUSED : NOT_ALLOWED;
    }

    static Optional<ActionEnd> find(String code) {
        return Arrays.stream(values())
                .filter(ending -> ending.code().equals(code))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Addresses can be made up and kept: "done" is said only while the payment stands as it says. */
    boolean isTrue(PaymentAction action, Payment payment) {
        if (this != DONE) {
            return this != UNSETTLED;
        }
        return switch (action) {
            case CANCEL -> payment.status() == PaymentStatus.CANCELED;
            case MARK_PAID -> payment.status() == PaymentStatus.PAID;
            case REFUND -> isOnItsWay(payment);
            case RESOLVE -> !payment.needsAttention();
            case RESEND -> true;
            case DUPLICATE, REPLACE -> false;
        };
    }

    /** Whether the latest refund has not failed. */
    private static boolean isOnItsWay(Payment payment) {
        List<PaymentRefund> refunds = payment.refunds();
        return !refunds.isEmpty() && !refunds.get(refunds.size() - 1).state().isTakenBack();
    }
}
