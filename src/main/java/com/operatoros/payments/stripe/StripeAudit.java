package com.operatoros.payments.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks Stripe how a payment stands now; it only reads (rule S5). */
@ApplicationScoped
public class StripeAudit {

    @Inject
    private LinkAudit links;

    @Inject
    private InvoiceAudit invoices;

    /**
     * How a payment link stands.
     *
     * @throws StripeUnreachable when Stripe does not answer; a link that it does not know is an answer
     */
    public PaymentAtStripe link(String linkId) throws StripeUnreachable {
        return links.ask(linkId);
    }

    /**
     * How an invoice stands.
     *
     * @throws StripeUnreachable when Stripe does not answer; an invoice that it does not know is an answer
     */
    public PaymentAtStripe invoice(String invoiceId) throws StripeUnreachable {
        return invoices.ask(invoiceId);
    }
}
