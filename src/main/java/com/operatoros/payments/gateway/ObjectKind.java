package com.operatoros.payments.gateway;

import java.util.Locale;

/** The kinds of Stripe's objects whose ids tell that an event is ours. */
public enum ObjectKind {
    CUSTOMER,
    PAYMENT_LINK,
    CHECKOUT_SESSION,
    PAYMENT_INTENT,
    CHARGE,
    INVOICE,
    CREDIT_NOTE,
    REFUND,
    DISPUTE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
