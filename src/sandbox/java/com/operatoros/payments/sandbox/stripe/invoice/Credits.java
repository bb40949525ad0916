package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Optional;

/** What credit notes do to an invoice. */
public final class Credits {

    private static final String BEFORE = "pre_payment_credit_notes_amount";
    private static final String AFTER = "post_payment_credit_notes_amount";

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Payments payments;

    /** Crediting these. */
    public Credits(Store store, Invoices invoices, InvoicePayments invoicePayments, Payments payments) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.payments = payments;
    }

    /** What of an invoice no credit note has taken yet. */
    public static long left(JsonObject invoice) {
        return amount(invoice, "total") - amount(invoice, BEFORE) - amount(invoice, AFTER);
    }

    /** Lowers what an invoice awaits, or with a negative amount raises it again, and notes what is given back. */
    public void apply(JsonObject invoice, long awaited, long givenBack, Cause cause) {
        store.change(() -> {
            JsonObject before = invoice.deepCopy();
            add(invoice, BEFORE, awaited);
            add(invoice, AFTER, givenBack);
            if (awaited != 0) {
                add(invoice, "amount_due", -awaited);
                add(invoice, "amount_remaining", -awaited);
                changeIntent(invoice, cause);
            }
            invoices.change(before, invoice, cause);
            if (InvoiceStatus.of(before) != InvoiceStatus.of(invoice)) {
                invoices.tell("invoice.paid", invoice, cause);
            }
        });
    }

    private void changeIntent(JsonObject invoice, Cause cause) {
        String id = Json.requiredText(invoice, "id");
        Optional<JsonObject> waiting = invoicePayments.intentOf(id).filter(Payments::isWaiting);
        if (waiting.isEmpty()) {
            String message = "This invoice has a payment that is being processed.";
            throw StripeError.invalid("payment_intent_unexpected_state", "invoice", message);
        }
        if (amount(invoice, "amount_remaining") > 0) {
            payments.changeAmount(waiting.get(), amount(invoice, "amount_remaining"));
            invoicePayments.request(id, amount(invoice, "amount_remaining"));
        } else {
            payments.cancel(waiting.get(), "automatic", cause);
            invoicePayments.cancel(id);
            InvoiceStatus.PAID.set(invoice);
            invoices.stamp(invoice, "paid_at");
        }
    }

    private static void add(JsonObject invoice, String field, long amount) {
        invoice.addProperty(field, amount(invoice, field) + amount);
    }

    private static long amount(JsonObject invoice, String field) {
        return invoice.get(field).getAsLong();
    }
}
