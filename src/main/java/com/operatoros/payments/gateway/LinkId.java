package com.operatoros.payments.gateway;

/** The gateway's id of a payment link. */
public record LinkId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
