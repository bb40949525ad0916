package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;

/** A kind of suspicion against a payment that has been made. */
public enum SuspicionKind implements Coded {
    /** The client's bank suspects a fraud, which becomes a dispute unless the money goes back. */
    FRAUD_WARNING,
    /** The gateway holds the payment back for a person to look at. */
    REVIEW
}
