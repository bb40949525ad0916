package com.operatoros.payments.gateway;

/** The foreign system that takes the money. */
public interface PaymentGateway {

    LinkGateway links();

    InvoiceGateway invoices();

    RefundGateway refunds();
}
