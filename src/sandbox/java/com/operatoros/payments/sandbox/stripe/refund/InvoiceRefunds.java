package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.invoice.InvoicePayments;
import java.util.Optional;

/** Refunds of what was paid on an invoice, as a credit note holds them. */
public final class InvoiceRefunds {

    private final InvoicePayments invoicePayments;
    private final Refunds refunds;

    /** Refunds of these payments. */
    public InvoiceRefunds(InvoicePayments invoicePayments, Refunds refunds) {
        this.invoicePayments = invoicePayments;
        this.refunds = refunds;
    }

    JsonArray make(String invoice, long amount, Cause cause) {
        JsonObject intent = invoicePayments
                .intentOf(invoice)
                .orElseThrow(() -> StripeError.invalid(
                        null, "refund_amount", "This invoice has no payment that could be refunded."));
        JsonObject refund = refunds.draft(refunds.chargeOf(intent), Optional.of(amount));
        refunds.add(refund, cause);
        JsonObject part = new JsonObject();
        part.addProperty("amount_refunded", amount);
        part.add("payment_record_refund", null);
        part.add("refund", refund.get("id"));
        part.addProperty("type", "refund");
        JsonArray parts = new JsonArray();
        parts.add(part);
        return parts;
    }
}
