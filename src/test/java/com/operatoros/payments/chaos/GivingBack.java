package com.operatoros.payments.chaos;

/** The calls of Stripe by which money goes back, known by the end of their path. */
enum GivingBack {
    REFUND("link", "/v1/refunds"),
    CREDIT("invoice", "/v1/credit_notes");

    private final String type;
    private final String path;

    GivingBack(String type, String path) {
        this.type = type;
        this.path = path;
    }

    /** The type of the payments whose money goes back so. */
    String type() {
        return type;
    }

    String path() {
        return path;
    }
}
