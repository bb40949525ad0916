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

    /** Gives so much back of what was paid last, and the rest of what was paid before. */
    JsonArray make(String invoice, long amount, Cause cause) {
        JsonArray parts = new JsonArray();
        long open = amount;
        for (JsonObject intent : invoicePayments.paidBy(invoice)) {
            JsonObject charge = refunds.chargeOf(intent);
            long part = Math.min(open, Refunds.left(charge));
            if (part > 0) {
                JsonObject refund = refunds.draft(charge, Optional.of(part));
                refunds.add(refund, cause);
                parts.add(part(refund));
                open -= part;
            }
        }
        if (open > 0) {
            String message = "This invoice has no payment that could be refunded by this amount.";
            throw StripeError.invalid(null, "refund_amount", message);
        }
        return parts;
    }

    private static JsonObject part(JsonObject refund) {
        JsonObject part = new JsonObject();
        part.add("amount_refunded", refund.get("amount"));
        part.add("payment_record_refund", null);
        part.add("refund", refund.get("id"));
        part.addProperty("type", "refund");
        return part;
    }
}
