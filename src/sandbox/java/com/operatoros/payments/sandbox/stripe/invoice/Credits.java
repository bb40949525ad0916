package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;

/** What credit notes do to an invoice. */
public final class Credits {

    private static final String BEFORE = "pre_payment_credit_notes_amount";
    private static final String AFTER = "post_payment_credit_notes_amount";

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Arrivals arrivals;

    /** Crediting these. */
    public Credits(Store store, Invoices invoices, InvoicePayments invoicePayments, Arrivals arrivals) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.arrivals = arrivals;
    }

    /** What of an invoice no credit note has taken yet. */
    public static long left(JsonObject invoice) {
        return Dues.of(invoice, "total") - Dues.of(invoice, BEFORE) - Dues.of(invoice, AFTER);
    }

    /** Lowers what an invoice awaits, or with a negative amount raises it again, and notes what is given back. */
    public void apply(JsonObject invoice, long awaited, long givenBack, Cause cause) {
        store.change(() -> {
            JsonObject before = invoice.deepCopy();
            Dues.add(invoice, BEFORE, awaited);
            Dues.add(invoice, AFTER, givenBack);
            if (awaited != 0) {
                ask(invoice, -awaited, cause);
            }
            invoices.change(before, invoice, cause);
            if (InvoiceStatus.of(before) != InvoiceStatus.of(invoice)) {
                invoices.tell("invoice.paid", invoice, cause);
            }
        });
    }

    private void ask(JsonObject invoice, long amount, Cause cause) {
        boolean isUnderWay = invoicePayments.unended(Json.requiredText(invoice, "id")).stream()
                .anyMatch(intent -> !Payments.isWaiting(intent));
        if (isUnderWay) {
            String message = "This invoice has a payment that is being processed.";
            throw StripeError.invalid("payment_intent_unexpected_state", "invoice", message);
        }
        Dues.ask(invoice, amount);
        if (Dues.of(invoice, Dues.REMAINING) == 0) {
            InvoiceStatus.PAID.set(invoice);
            invoices.stamp(invoice, "paid_at");
        }
        arrivals.followUp(invoice, cause);
    }
}
