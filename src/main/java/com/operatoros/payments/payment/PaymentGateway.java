package com.operatoros.payments.payment;

/** The foreign system that takes the money. */
public interface PaymentGateway {

    /** Whether real money moves. */
    boolean isLive();

    LinkGateway links();

    InvoiceGateway invoices();

    RefundGateway refunds();
}
