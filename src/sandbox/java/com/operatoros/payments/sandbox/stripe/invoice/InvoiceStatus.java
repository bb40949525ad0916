package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Locale;

/** Where an invoice stands. */
public enum InvoiceStatus {
    DRAFT,
    OPEN,
    PAID,
    UNCOLLECTIBLE,
    VOID;

    /** The status of this invoice. */
    public static InvoiceStatus of(JsonObject invoice) {
        return valueOf(Json.requiredText(invoice, "status").toUpperCase(Locale.ROOT));
    }

    /** Whether money is still expected. */
    public boolean isPayable() {
        return this == OPEN || this == UNCOLLECTIBLE;
    }

    /** Its name at Stripe. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    void set(JsonObject invoice) {
        invoice.addProperty("status", label());
    }
}
