package com.operatoros.payments.gateway;

/**
 * Gives money back through the gateway. No method throws: what is not known is an outcome of its own. A method that
 * looks something up changes nothing. What is done is answered with the refund.
 */
public interface RefundGateway {

    /** Gives one part back to whoever paid it. */
    CallOutcome refund(RefundRequest request, int part, CallTerms terms);

    CallOutcome findRefund(RefundRequest request, int part, CallTerms terms);

    /** Gives the amount back by a credit note, which belongs to a paid invoice. */
    CallOutcome credit(RefundRequest request, InvoiceId invoiceId, CallTerms terms);

    CallOutcome findCredit(RefundRequest request, InvoiceId invoiceId, CallTerms terms);
}
