package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Optional;

/** Ends an invoice without a payment through Stripe (rule SI5). */
public final class Closing {

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Payments payments;

    /** Closing these. */
    public Closing(Store store, Invoices invoices, InvoicePayments invoicePayments, Payments payments) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.payments = payments;
    }

    /** Takes back an invoice of which nothing is paid. */
    public void voidIt(JsonObject invoice, Cause cause) {
        store.change(() -> takeBack(invoice, invoice.deepCopy(), cause));
    }

    /** Takes back an invoice because another one replaces it; those that it had replaced itself name the new one, too. */
    void replace(JsonObject invoice, JsonElement revision, Cause cause) {
        JsonObject before = invoice.deepCopy();
        invoice.add("latest_revision", revision);
        takeBack(invoice, before, cause);
        Optional<JsonObject> older = original(invoice);
        while (older.isPresent()) {
            JsonObject olderBefore = older.get().deepCopy();
            older.get().add("latest_revision", revision);
            invoices.change(olderBefore, older.get(), cause);
            older = original(older.get());
        }
    }

    /** The invoice that this one replaces, or once replaced. */
    Optional<JsonObject> original(JsonObject invoice) {
        return Json.object(invoice, "from_invoice")
                .map(from -> Json.requiredText(from, "invoice"))
                .flatMap(invoices::find);
    }

    private void takeBack(JsonObject invoice, JsonObject before, Cause cause) {
        checkVoidable(invoice);
        cancelPayment(invoice, "void_invoice", cause);
        InvoiceStatus.VOID.set(invoice);
        invoices.stamp(invoice, "voided_at");
        invoices.change(before, invoice, cause);
        invoices.tell("invoice.voided", invoice, cause);
    }

    /** Stripe's error when something was paid already. */
    void checkVoidable(JsonObject invoice) {
        if (invoice.get("amount_paid").getAsLong() > 0) {
            throw StripeError.invalid(null, null, "Invoices with `paid` payments cannot be voided.");
        }
    }

    /** Gives up hope; the invoice can still be paid. */
    public void markUncollectible(JsonObject invoice, Cause cause) {
        store.change(() -> {
            JsonObject before = invoice.deepCopy();
            InvoiceStatus.UNCOLLECTIBLE.set(invoice);
            invoices.stamp(invoice, "marked_uncollectible_at");
            invoices.change(before, invoice, cause);
            invoices.tell("invoice.marked_uncollectible", invoice, cause);
        });
    }

    /** A draft could not be finalized, as when the tax of its customer cannot be reckoned. */
    public void failFinalization(JsonObject draft, Cause cause) {
        store.change(() -> {
            JsonObject before = draft.deepCopy();
            draft.add("last_finalization_error", Shape.part("invoice.finalization_error"));
            invoices.change(before, draft, cause);
            invoices.tell("invoice.finalization_failed", draft, cause);
        });
    }

    /** Notes that it was paid outside of Stripe. */
    public void payOutOfBand(JsonObject invoice, Cause cause) {
        store.change(() -> {
            cancelPayment(invoice, "automatic", cause);
            JsonObject before = invoice.deepCopy();
            InvoiceStatus.PAID.set(invoice);
            invoice.add("amount_paid", invoice.get("amount_due"));
            invoice.add("amount_paid_off_stripe", invoice.get("amount_due"));
            invoice.addProperty("amount_remaining", 0);
            invoices.stamp(invoice, "paid_at");
            invoices.change(before, invoice, cause);
            invoices.tell("invoice.paid", invoice, cause);
        });
    }

    private void cancelPayment(JsonObject invoice, String reason, Cause cause) {
        String id = Json.requiredText(invoice, "id");
        invoicePayments.intentOf(id).ifPresent(intent -> {
            if (!Payments.isWaiting(intent)) {
                String message = "You cannot do this while a payment of the invoice has a status of "
                        + Json.requiredText(intent, "status") + ".";
                throw StripeError.invalid("payment_intent_unexpected_state", null, message);
            }
            payments.cancel(intent, reason, cause);
        });
        invoicePayments.cancel(id);
    }
}
