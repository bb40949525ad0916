package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCheckout;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;

/** Pays an invoice as its customer would on its page (rule SK1). */
public final class InvoicePayControl {

    private final Invoices invoices;
    private final InvoiceCheckout checkout;

    /** Pays these. */
    public InvoicePayControl(Invoices invoices, InvoiceCheckout checkout) {
        this.invoices = invoices;
        this.checkout = checkout;
    }

    Reply pay(String id, Means means) {
        return invoices.find(id)
                .map(invoice -> checkout.pay(id, means.instrument(), means.payer())
                        .map(payment -> AttemptReply.told(payment, invoice))
                        .orElseGet(() -> refused(invoice)))
                .orElseGet(() -> Reply.error(404, "there is no invoice " + id));
    }

    private static Reply refused(JsonObject invoice) {
        return Reply.error(
                409,
                switch (InvoiceStatus.of(invoice)) {
                    case DRAFT -> "the invoice is still a draft";
                    case PAID -> "it is already paid";
                    case VOID -> "the invoice is void";
                    case OPEN, UNCOLLECTIBLE -> "a payment of the invoice is being processed";
                });
    }
}
