package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** All invoice payments: which payment intent is meant to pay which invoice, and whether it did. */
public final class InvoicePayments {

    private final Store store;
    private final Clock clock;
    private final Events events;

    /** Invoice payments in this store. */
    public InvoicePayments(Store store, Clock clock, Events events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** Ties a new payment intent to its invoice. */
    void open(JsonObject invoice, JsonObject intent) {
        JsonObject payment = Shape.blank(Kind.INVOICE_PAYMENT);
        payment.add("amount_requested", intent.get("amount"));
        payment.addProperty("created", clock.instant().getEpochSecond());
        payment.add("currency", intent.get("currency"));
        payment.add("invoice", invoice.get("id"));
        payment.getAsJsonObject("payment").add("payment_intent", intent.get("id"));
        store.put(Kind.INVOICE_PAYMENT, payment);
    }

    /** The open payment of an invoice is to bring another amount. */
    void request(String invoice, long amount) {
        openOf(invoice).ifPresent(payment -> {
            payment.addProperty("amount_requested", amount);
            store.put(Kind.INVOICE_PAYMENT, payment);
        });
    }

    /** The open payment of an invoice became a paid one. */
    void pay(String invoice, long amount, Cause cause) {
        openOf(invoice).ifPresent(payment -> {
            payment.addProperty("amount_paid", amount);
            end(payment, "paid");
            events.emit("invoice_payment.paid", payment, cause);
        });
    }

    /** The open payment of an invoice will never be made. */
    void cancel(String invoice) {
        openOf(invoice).ifPresent(payment -> end(payment, "canceled"));
    }

    private void end(JsonObject payment, String status) {
        payment.addProperty("status", status);
        payment.getAsJsonObject("status_transitions")
                .addProperty(status + "_at", clock.instant().getEpochSecond());
        store.put(Kind.INVOICE_PAYMENT, payment);
    }

    /** The payments of an invoice, newest first. */
    public List<JsonObject> of(String invoice) {
        return store.newestFirst(Kind.INVOICE_PAYMENT, payment -> Json.has(payment, "invoice", invoice));
    }

    /** The payment intent that an invoice is, or was, to be paid with; empty when it never had one. */
    public Optional<JsonObject> intentOf(String invoice) {
        return of(invoice).stream().findFirst().map(payment -> store.get(Kind.PAYMENT_INTENT, intentId(payment)));
    }

    /** The invoice that a payment intent is to pay. */
    public Optional<String> invoiceOf(JsonObject intent) {
        String id = Json.requiredText(intent, "id");
        return store
                .newestFirst(Kind.INVOICE_PAYMENT, payment -> intentId(payment).equals(id), 1)
                .stream()
                .map(payment -> Json.requiredText(payment, "invoice"))
                .findFirst();
    }

    private Optional<JsonObject> openOf(String invoice) {
        return of(invoice).stream()
                .filter(payment -> Json.has(payment, "status", "open"))
                .findFirst();
    }

    private static String intentId(JsonObject payment) {
        return Json.requiredText(payment.getAsJsonObject("payment"), "payment_intent");
    }
}
