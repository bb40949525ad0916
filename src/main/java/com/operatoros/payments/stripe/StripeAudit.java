package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.InvoiceId;
import com.operatoros.payments.gateway.LinkId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

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
     * @param former links whose place it has taken, and which may have brought money
     * @throws StripeUnreachable when Stripe does not answer; a link that it does not know is an answer
     */
    public PaymentAtStripe link(LinkId link, List<LinkId> former) throws StripeUnreachable {
        return links.ask(link, former);
    }

    /**
     * How an invoice stands.
     *
     * @throws StripeUnreachable when Stripe does not answer; an invoice that it does not know is an answer
     */
    public PaymentAtStripe invoice(InvoiceId invoice) throws StripeUnreachable {
        return invoices.ask(invoice);
    }
}
