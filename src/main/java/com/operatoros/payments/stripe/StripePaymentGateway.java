package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.InvoiceGateway;
import com.operatoros.payments.gateway.LinkGateway;
import com.operatoros.payments.gateway.PaymentGateway;
import com.operatoros.payments.gateway.RefundGateway;
import com.operatoros.payments.gateway.SettlementGateway;
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
    private StripeSettlements settlements;

    @Inject
    private StripeInvoices invoices;

    @Inject
    private StripeConnection connection;

    @Override
    public String keyMark() {
        return connection.keyMark();
    }

    @Override
    public LinkGateway links() {
        return links;
    }

    @Override
    public InvoiceGateway invoices() {
        return invoices;
    }

    @Override
    public SettlementGateway settlements() {
        return settlements;
    }

    @Override
    public RefundGateway refunds() {
        return refunds;
    }
}
