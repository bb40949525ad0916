package com.operatoros.payments.gateway;

import java.util.UUID;

/**
 * Makes, mails, settles and withdraws invoices at the gateway, and looks up whether that was done. No method throws:
 * what is not known is an outcome of its own. A method that looks something up changes nothing.
 */
public interface InvoiceGateway {

    /** Makes a customer who is known by the e-mail alone, so that several payments ask for the same. */
    CallOutcome createCustomer(String email, UUID introducedBy, CallTerms terms);

    CallOutcome findCustomer(String email, UUID introducedBy, CallTerms terms);

    /** Sets the name that later invoices bear; those of before keep theirs. */
    CallOutcome nameCustomer(CustomerId customerId, String name, CallTerms terms);

    /** Makes an empty draft. */
    CallOutcome draft(InvoiceRequest request, CustomerId customerId, CallTerms terms);

    CallOutcome findDraft(InvoiceRequest request, CustomerId customerId, CallTerms terms);

    /** Puts the one line onto the draft. */
    CallOutcome addItem(InvoiceRequest request, CustomerId customerId, InvoiceId invoiceId, CallTerms terms);

    CallOutcome findItem(InvoiceRequest request, InvoiceId invoiceId, CallTerms terms);

    /** Turns the draft into an open invoice with a number, addresses and an intent; its total is what was asked for. */
    CallOutcome finish(InvoiceRequest request, InvoiceId invoiceId, CallTerms terms);

    /** Reads an invoice that is no draft any more, with its number, its addresses and its intent. */
    CallOutcome read(InvoiceRequest request, InvoiceId invoiceId, CallTerms terms);

    /** Has the gateway mail it. */
    CallOutcome send(InvoiceId invoiceId, CallTerms terms);

    /** Whether the gateway was asked to mail it since the terms began. */
    CallOutcome findSent(InvoiceId invoiceId, CallTerms terms);

    /** Withdraws an open invoice. */
    CallOutcome withdraw(InvoiceId invoiceId, CallTerms terms);

    CallOutcome findWithdrawn(InvoiceId invoiceId, CallTerms terms);

    /** Marks it as paid outside of the gateway. */
    CallOutcome markPaid(InvoiceId invoiceId, CallTerms terms);

    CallOutcome findPaid(InvoiceId invoiceId, CallTerms terms);

    /** Removes what a refused creation has left: a draft is deleted, an invoice withdrawn. */
    CallOutcome discard(InvoiceId invoiceId, CallTerms terms);

    /** Reads the addresses anew, which do not last. */
    CallOutcome refresh(InvoiceId invoiceId, CallTerms terms);
}
