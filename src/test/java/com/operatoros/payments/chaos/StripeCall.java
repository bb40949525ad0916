package com.operatoros.payments.chaos;

/** The calls of Stripe that have an effect, known by the end of their path. */
enum StripeCall {
    CREATE_LINK("link", "/v1/payment_links"),
    CREATE_CUSTOMER("invoice", "/v1/customers"),
    CREATE_DRAFT("invoice", "/v1/invoices"),
    ADD_ITEM("invoice", "/v1/invoiceitems"),
    /** Only the second invoice of a client, whose customer is known by then, can be met at this call. */
    NAME_CUSTOMER("invoice", "/v1/customers/"),
    FINALIZE_INVOICE("invoice", "/finalize"),
    SEND_INVOICE("invoice", "/send");

    private final String type;
    private final String path;

    StripeCall(String type, String path) {
        this.type = type;
        this.path = path;
    }

    /** The type of the payments that need it. */
    String type() {
        return type;
    }

    /** The end of the path that every such call has; for the naming of a customer, up to the id. */
    String path() {
        return path;
    }
}
