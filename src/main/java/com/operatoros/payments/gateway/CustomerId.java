package com.operatoros.payments.gateway;

/** The gateway's id of a customer. */
public record CustomerId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
