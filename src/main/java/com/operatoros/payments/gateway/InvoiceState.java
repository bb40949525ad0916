package com.operatoros.payments.gateway;

import com.operatoros.payments.code.Coded;

/** A stage of an invoice, in the gateway's words; an invoice only moves down this list. */
public enum InvoiceState implements Coded {
    DRAFT,
    OPEN,
    UNCOLLECTIBLE,
    VOID,
    PAID;
}
