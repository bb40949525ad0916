package com.operatoros.payments.webhook;

import com.operatoros.payments.code.Coded;

/** An outcome of an event that was delivered. */
public enum EventOutcome implements Coded {
    APPLIED,
    DUPLICATE,
    IGNORED,
    /** It is ours but does not tell enough: Stripe is asked. */
    PARKED;
}
