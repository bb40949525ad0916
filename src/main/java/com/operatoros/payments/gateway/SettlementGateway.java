package com.operatoros.payments.gateway;

/**
 * Takes note of money that came elsewhere, and does without what is still asked for. No method throws: what is not known is an
 * outcome of its own. A method that looks something up changes nothing.
 */
public interface SettlementGateway {

    /** Writes down that money came outside of the gateway; the record stands for itself until it is attached. */
    CallOutcome reportPayment(SettlementRequest request, CallTerms terms);

    /** Counts a recorded payment for an invoice. */
    CallOutcome attachPayment(InvoiceId invoiceId, String recordId, CallTerms terms);

    CallOutcome findAttached(InvoiceId invoiceId, String recordId, CallTerms terms);

    /** Does without what an open invoice still asks for, by a credit note. */
    CallOutcome waive(SettlementRequest request, InvoiceId invoiceId, CallTerms terms);

    CallOutcome findWaived(SettlementRequest request, InvoiceId invoiceId, CallTerms terms);
}
