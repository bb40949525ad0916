package com.operatoros.payments.payment.action;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;

/** An action that an admin can take about a payment, if the payment's state allows it. */
public enum PaymentAction implements Coded {
    RESEND,
    CANCEL,
    MARK_PAID,
    /** What has arrived is settled as it is. */
    ACCEPT,
    DUPLICATE,
    REPLACE,
    REFUND,
    /** What our key was not accepted for is not tried any more. */
    GIVE_UP,
    /** A person has resolved what needed attention. */
    RESOLVE;

    /**
     * Whether the state allows it, as long as nothing is stuck.
     *
     * @param isBusy whether something that was asked of the gateway is not done yet
     */
    boolean isAllowed(Payment payment, boolean isBusy) {
        boolean isPayable = payment.status().isWaitedFor();
        boolean isVain = payment.status() == PaymentStatus.CANCELED || payment.status() == PaymentStatus.REJECTED;
        return switch (this) {
            case RESEND, MARK_PAID ->
                isPayable && !isBusy && payment.outcome().outstanding().minor() > 0;
            // Money that is here has to be given back before, or accepted.
            case CANCEL -> isPayable && !isBusy && isWithdrawable(payment);
            case ACCEPT -> (isPayable || isVain) && !isBusy && payment.facts().isAcceptable();
            case DUPLICATE -> true;
            case REFUND -> !isBusy && payment.facts().refundable().minor() > 0;
            case GIVE_UP -> false;
            case RESOLVE -> payment.outcome().needsAttention();
            case REPLACE ->
                (isPayable || isVain)
                        && !isBusy
                        && payment.progress().replacedBy().isEmpty()
                        && isWithdrawable(payment);
        };
    }

    /** Lists must not read the facts of each of their rows. */
    private static boolean isWithdrawable(Payment payment) {
        Boolean known = payment.outcome().isWithdrawable();
        return known == null ? payment.facts().isWithdrawable() : known;
    }
}
