package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;

/** The sums of an invoice: what is due, what arrived, what remains and what is too much. */
final class Dues {

    static final String DUE = "amount_due";
    static final String PAID = "amount_paid";
    static final String REMAINING = "amount_remaining";
    static final String OVERPAID = "amount_overpaid";
    static final String OUTSIDE = "amount_paid_off_stripe";

    private Dues() {}

    static long of(JsonObject invoice, String field) {
        return Json.text(invoice, field).map(Long::valueOf).orElse(0L);
    }

    static void add(JsonObject invoice, String field, long amount) {
        invoice.addProperty(field, of(invoice, field) + amount);
    }

    /** What the customer's balance added when the invoice was finalized, or with a negative amount took off. */
    static long applied(JsonObject invoice) {
        return of(invoice, "starting_balance") - of(invoice, "ending_balance");
    }

    /** Asks for so much more, or with a negative amount for less. */
    static void ask(JsonObject invoice, long amount) {
        add(invoice, DUE, amount);
        reckon(invoice);
    }

    /** So much arrived. */
    static void arrive(JsonObject invoice, long amount) {
        add(invoice, PAID, amount);
        reckon(invoice);
    }

    private static void reckon(JsonObject invoice) {
        long missing = of(invoice, DUE) - of(invoice, PAID);
        invoice.addProperty(REMAINING, Math.max(0, missing));
        invoice.addProperty(OVERPAID, Math.max(0, -missing));
    }
}
