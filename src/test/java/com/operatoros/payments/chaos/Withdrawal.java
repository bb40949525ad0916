package com.operatoros.payments.chaos;

/** The calls of Stripe after which a payment can't be paid any more, known by the end of their path. */
enum Withdrawal {
    /** Its path ends with the id of the link. */
    SWITCH_LINK_OFF("link", "cancel", "POST", "/v1/payment_links/", "canceled"),
    LOOK_FOR_SESSIONS("link", "cancel", "GET", "/v1/checkout/sessions", "canceled"),
    VOID_INVOICE("invoice", "cancel", "POST", "/void", "canceled"),
    PAY_OUTSIDE("invoice", "mark-paid", "POST", "/pay", "paid");

    private final String type;
    private final String action;
    private final String method;
    private final String path;
    private final String end;

    Withdrawal(String type, String action, String method, String path, String end) {
        this.type = type;
        this.action = action;
        this.method = method;
        this.path = path;
        this.end = end;
    }

    String type() {
        return type;
    }

    /** What the admin asks for. */
    String action() {
        return action;
    }

    String method() {
        return method;
    }

    /** The end of the path that every such call has; for a link, up to the id. */
    String path() {
        return path;
    }

    /** The status of the payment in the end. */
    String end() {
        return end;
    }
}
