package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;

/** A remark of the gateway that moves no money and no status, but that a person wants to find in the history. */
public enum Remark implements Coded {
    SESSION_EXPIRED,
    INVOICE_FINALIZED,
    INVOICE_MAILED,
    INVOICE_CONFIRMED,
    /** The client's bank asks the client to confirm the payment. */
    CONFIRMATION_ASKED,
    /** The client's attempt to pay an invoice failed; another event tells why. */
    ATTEMPT_FAILED,
    CREDIT_NOTE_CREATED,
    CREDIT_NOTE_VOIDED;

    /** The key of its text in the history. */
    public String textKey() {
        return "history." + code();
    }
}
