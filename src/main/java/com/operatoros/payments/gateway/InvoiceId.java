package com.operatoros.payments.gateway;

/** The gateway's id of an invoice. */
public record InvoiceId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
