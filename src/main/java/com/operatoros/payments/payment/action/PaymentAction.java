package com.operatoros.payments.payment.action;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import java.util.Locale;

/** What an admin can do about a payment, and in which state. */
public enum PaymentAction {
    RESEND,
    CANCEL,
    MARK_PAID,
    DUPLICATE,
    REPLACE,
    REFUND,
    /** A person has seen to what needed attention. */
    RESOLVE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

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
            case MARK_PAID -> isPayable && !isBusy && payment.type() == PaymentType.INVOICE;
            case DUPLICATE -> true;
            case REFUND -> !isBusy && payment.refundable().minor() > 0;
            case RESOLVE -> payment.needsAttention();
            case REPLACE ->
                (isPayable || isVain) && !isBusy && payment.replacedBy().isEmpty();
        };
    }
}
