package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;

/** The kinds of Stripe's objects whose ids tell that an event is ours. */
public enum ObjectKind implements Coded {
    CUSTOMER,
    PAYMENT_LINK,
    CHECKOUT_SESSION,
    PAYMENT_INTENT,
    CHARGE,
    INVOICE,
    CREDIT_NOTE,
    PAYMENT_RECORD,
    REFUND,
    DISPUTE;
}
