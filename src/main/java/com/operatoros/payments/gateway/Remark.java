package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;

/** A remark of the gateway that moves no money and no status, but that a person wants to find in the history. */
public enum Remark implements Coded {
    SESSION_EXPIRED,
    /** A bank transfer brought less than is waited for, and the rest is waited for still. */
    TRANSFER_IN_PART,
    INVOICE_FINALIZED,
    INVOICE_PAID,
    INVOICE_VOIDED,
    INVOICE_WRITTEN_OFF,
    INVOICE_OVERPAID,
    INVOICE_MAILED,
    INVOICE_CONFIRMED,
    /** The client's bank asks the client to confirm the payment. */
    CONFIRMATION_ASKED,
    /** The client's attempt to pay an invoice failed; another event tells why. */
    ATTEMPT_FAILED;

    /** Whether it tells of something that is a fact of the payment, beside being told. */
    public boolean isFact() {
        return this == INVOICE_PAID || this == INVOICE_VOIDED || this == INVOICE_WRITTEN_OFF;
    }

    /** The key of its text in the history. */
    public String textKey() {
        return "history." + code();
    }
}
