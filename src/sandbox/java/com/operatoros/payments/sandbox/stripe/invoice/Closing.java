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
    private final Arrivals arrivals;
    private final Balances balances;

    /** Closing these. */
    public Closing(
            Store store,
            Invoices invoices,
            InvoicePayments invoicePayments,
            Payments payments,
            Arrivals arrivals,
            Balances balances) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.payments = payments;
        this.arrivals = arrivals;
        this.balances = balances;
    }

    /** Takes back an invoice of which nothing is paid. */
    public void voidIt(JsonObject invoice, Cause cause) {
        store.change(() -> {
            takeBack(invoice, invoice.deepCopy(), cause);
            balances.move(invoice, "unapplied_from_invoice", Dues.applied(invoice), cause);
        });
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
        cancelPayments(invoice, cause);
        InvoiceStatus.VOID.set(invoice);
        invoices.stamp(invoice, "voided_at");
        invoices.change(before, invoice, cause);
        invoices.tell("invoice.voided", invoice, cause);
    }

    /** Stripe's error when something was paid already. */
    void checkVoidable(JsonObject invoice) {
        if (Dues.of(invoice, Dues.PAID) > 0) {
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

    /** Notes that all that remains was paid outside of Stripe. */
    public void payOutOfBand(JsonObject invoice, Cause cause) {
        store.change(() -> {
            checkNothingUnderWay(invoice);
            arrivals.outside(invoice, Dues.of(invoice, Dues.REMAINING), cause);
        });
    }

    private void cancelPayments(JsonObject invoice, Cause cause) {
        checkNothingUnderWay(invoice);
        invoicePayments.waiting(Json.requiredText(invoice, "id")).forEach(intent -> {
            payments.cancel(intent, "void_invoice", cause);
            invoicePayments.cancel(intent);
        });
    }

    private void checkNothingUnderWay(JsonObject invoice) {
        invoicePayments.unended(Json.requiredText(invoice, "id")).stream()
                .filter(intent -> !Payments.isWaiting(intent))
                .findFirst()
                .ifPresent(intent -> {
                    String message = "You cannot do this while a payment of the invoice has a status of "
                            + Json.requiredText(intent, "status") + ".";
                    throw StripeError.invalid("payment_intent_unexpected_state", null, message);
                });
    }
}
