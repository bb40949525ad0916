package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.InvoiceGateway;
import com.operatoros.payments.gateway.LinkGateway;
import com.operatoros.payments.gateway.PaymentGateway;
import com.operatoros.payments.gateway.RefundGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stripe as the gateway of payments. */
@ApplicationScoped
class StripePaymentGateway implements PaymentGateway {

    @Inject
    private StripeLinks links;

    @Inject
    private StripeRefunds refunds;

    @Inject
    private StripeInvoices invoices;

    @Override
    public LinkGateway links() {
        return links;
    }

    @Override
    public InvoiceGateway invoices() {
        return invoices;
    }

    @Override
    public RefundGateway refunds() {
        return refunds;
    }
}
