package com.operatoros.payments.webhook;

import com.operatoros.payments.code.Coded;

/** What became of an event. */
public enum Outcome implements Coded {
    APPLIED,
    DUPLICATE,
    IGNORED,
    /** It is ours but does not tell enough: Stripe is asked. */
    PARKED;
}
