package com.operatoros.payments.payment;

import java.util.UUID;

/**
 * What is asked of the gateway about invoices. No method throws: what is not known is an outcome of its own. A method
 * that looks something up changes nothing.
 */
public interface InvoiceGateway {

    /** Makes a customer who is known by the e-mail alone, so that several payments ask for the same. */
    StepOutcome createCustomer(String email, UUID introducedBy, CallTerms terms);

    StepOutcome findCustomer(String email, UUID introducedBy, CallTerms terms);

    /** Sets the name that later invoices bear; those of before keep theirs. */
    StepOutcome nameCustomer(String customerId, String name, CallTerms terms);

    /** Makes an empty draft. */
    StepOutcome draft(InvoiceRequest request, String customerId, CallTerms terms);

    StepOutcome findDraft(InvoiceRequest request, String customerId, CallTerms terms);

    /** Puts the one line onto the draft. */
    StepOutcome addItem(InvoiceRequest request, String customerId, String invoiceId, CallTerms terms);

    StepOutcome findItem(InvoiceRequest request, String invoiceId, CallTerms terms);

    /** Turns the draft into an open invoice with a number, addresses and an intent; its total is what was asked for. */
    StepOutcome finish(InvoiceRequest request, String invoiceId, CallTerms terms);

    /** Reads an invoice that is no draft any more, with its number, its addresses and its intent. */
    StepOutcome read(InvoiceRequest request, String invoiceId, CallTerms terms);

    /** Has the gateway mail it. */
    StepOutcome send(String invoiceId, CallTerms terms);

    /** Whether the gateway was asked to mail it since the terms began. */
    StepOutcome findSent(String invoiceId, CallTerms terms);

    /** Withdraws an open invoice. */
    StepOutcome withdraw(String invoiceId, CallTerms terms);

    StepOutcome findWithdrawn(String invoiceId, CallTerms terms);

    /** Marks it as paid outside of the gateway. */
    StepOutcome markPaid(String invoiceId, CallTerms terms);

    StepOutcome findPaid(String invoiceId, CallTerms terms);

    /** Removes what a refused creation has left: a draft is deleted, an invoice withdrawn. */
    StepOutcome discard(String invoiceId, CallTerms terms);

    /** Reads the addresses anew, which do not last. */
    StepOutcome refresh(String invoiceId, CallTerms terms);
}
