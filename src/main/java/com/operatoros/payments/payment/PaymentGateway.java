package com.operatoros.payments.payment;

/** The foreign system that takes the money. */
public interface PaymentGateway {

    LinkGateway links();

    InvoiceGateway invoices();

    RefundGateway refunds();
}
