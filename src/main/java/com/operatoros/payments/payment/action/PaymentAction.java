package com.operatoros.payments.payment.action;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;

/** An action that an admin can take about a payment, if the payment's state allows it. */
public enum PaymentAction implements Coded {
    RESEND,
    CANCEL,
    MARK_PAID,
    DUPLICATE,
    REPLACE,
    REFUND,
    /** A person has resolved what needed attention. */
    RESOLVE;

    /**
     * Whether the state allows it.
     *
     * @param isBusy whether something that was asked of the gateway is not done yet
     */
    boolean isAllowed(Payment payment, boolean isBusy) {
        boolean isPayable = payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.FAILED;
        boolean isVain = payment.status() == PaymentStatus.CANCELED || payment.status() == PaymentStatus.REJECTED;
        return switch (this) {
            case RESEND, CANCEL -> isPayable && !isBusy;
            case MARK_PAID -> isPayable && !isBusy && payment.bill().type() == PaymentType.INVOICE;
            case DUPLICATE -> true;
            case REFUND -> !isBusy && payment.facts().refundable().minor() > 0;
            case RESOLVE -> payment.outcome().needsAttention();
            case REPLACE ->
                (isPayable || isVain)
                        && !isBusy
                        && payment.correction().replacedBy().isEmpty();
        };
    }
}
