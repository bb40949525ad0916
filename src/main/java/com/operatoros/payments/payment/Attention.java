package com.operatoros.payments.payment;

import java.util.Locale;

/** Something about a payment that a person should look at (rule P4). */
public enum Attention {
    /** More than one payment arrived: the surplus can be refunded. */
    OVERPAID,
    /** Money arrived in another amount or currency than was asked for. */
    AMOUNT_MISMATCH,
    /** Money arrived although the payment was canceled or rejected. */
    PAID_AFTER_CANCEL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
