package com.operatoros.payments.gateway;

/** The foreign system that takes the money. */
public interface PaymentGateway {

    /** Tells the key with which it is asked from every other, and nothing of it. */
    String keyMark();

    LinkGateway links();

    InvoiceGateway invoices();

    RefundGateway refunds();

    SettlementGateway settlements();
}
