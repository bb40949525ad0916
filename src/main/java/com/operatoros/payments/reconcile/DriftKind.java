package com.operatoros.payments.reconcile;

import com.operatoros.payments.code.Coded;

/** A difference between our records and Stripe's that a person has to look at (rule R4). */
public enum DriftKind implements Coded {
    /** Stripe does not know the link or the invoice. */
    MISSING,
    /** It is withdrawn or paid here, but a link of it still takes payments. */
    LINK_ACTIVE,
    /** It is open here, but the link was switched off before it was paid. */
    LINK_INACTIVE,
    /** It is withdrawn here, but the invoice can still be paid. */
    INVOICE_OPEN,
    /** It is paid here only. */
    STATUS,
    /** Money is there that is not known here, although all that Stripe says has been taken. */
    PAID_THERE,
    /** It is about another amount or currency there, or another amount arrived. */
    AMOUNT,
    /** Another part of the money went back there. */
    REFUNDS,
    /** Its objects at Stripe are recorded on another payment here. */
    FOREIGN;
}
