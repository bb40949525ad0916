package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All invoice payments: which payment intent or record is meant to pay which invoice, and whether it did. */
public final class InvoicePayments {

    private static final String INTENT = "payment_intent";

    private final Store store;
    private final Clock clock;
    private final Events events;

    /** Invoice payments in this store. */
    public InvoicePayments(Store store, Clock clock, Events events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** Ties the payment intent for all that remains to its invoice. */
    void openDefault(JsonObject invoice, JsonObject intent) {
        store.put(Kind.INVOICE_PAYMENT, draft(invoice, intent.get("amount").getAsLong(), INTENT, intent));
    }

    /** Ties a payment intent for a part to an invoice. */
    void openPart(JsonObject invoice, JsonObject intent) {
        JsonObject payment = draft(invoice, intent.get("amount").getAsLong(), INTENT, intent);
        payment.addProperty("is_default", false);
        store.put(Kind.INVOICE_PAYMENT, payment);
    }

    /** Ties a record of a payment that was made to an invoice. */
    void attachPaid(JsonObject invoice, JsonObject paymentRecord, long amount, Cause cause) {
        JsonObject payment = draft(invoice, amount, "payment_record", paymentRecord);
        payment.addProperty("is_default", false);
        pay(payment, amount, cause);
    }

    private JsonObject draft(JsonObject invoice, long amount, String type, JsonObject paidBy) {
        JsonObject payment = Shape.blank(Kind.INVOICE_PAYMENT);
        payment.addProperty("amount_requested", amount);
        payment.addProperty("created", clock.instant().getEpochSecond());
        payment.add("currency", invoice.get("currency"));
        payment.add("invoice", invoice.get("id"));
        JsonObject by = new JsonObject();
        by.add(type, paidBy.get("id"));
        by.addProperty("type", type);
        payment.add("payment", by);
        return payment;
    }

    /** An open payment is to bring another amount. */
    void request(JsonObject intent, long amount) {
        openOf(intent).ifPresent(payment -> {
            payment.addProperty("amount_requested", amount);
            store.put(Kind.INVOICE_PAYMENT, payment);
        });
    }

    /** An open payment became a paid one. */
    void pay(JsonObject intent, Cause cause) {
        openOf(intent).ifPresent(payment -> pay(payment, intent.get("amount").getAsLong(), cause));
    }

    private void pay(JsonObject payment, long amount, Cause cause) {
        payment.addProperty("amount_paid", amount);
        end(payment, "paid");
        events.emit("invoice_payment.paid", payment, cause);
    }

    /** An open payment will never be made. */
    void cancel(JsonObject intent) {
        openOf(intent).ifPresent(payment -> end(payment, "canceled"));
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

    /** The payment intent that an invoice is, or was, to be paid with in full; empty when it never had one. */
    public Optional<JsonObject> intentOf(String invoice) {
        return intents(of(invoice).stream().filter(payment -> Json.isTrue(payment, "is_default")))
                .findFirst();
    }

    /** The payment intents that paid an invoice, each in part or one in full, newest first. */
    public List<JsonObject> paidBy(String invoice) {
        return intents(of(invoice).stream().filter(payment -> Json.has(payment, "status", "paid")))
                .toList();
    }

    /** The payment intents of an invoice that are not ended, newest first. */
    List<JsonObject> unended(String invoice) {
        return intents(of(invoice).stream().filter(payment -> Json.has(payment, "status", "open")))
                .toList();
    }

    /** Those that wait for a payer. */
    List<JsonObject> waiting(String invoice) {
        return unended(invoice).stream().filter(Payments::isWaiting).toList();
    }

    private Stream<JsonObject> intents(Stream<JsonObject> paid) {
        return paid.flatMap(payment -> intentId(payment).stream()).map(id -> store.get(Kind.PAYMENT_INTENT, id));
    }

    /** The invoice that a payment intent is to pay. */
    public Optional<String> invoiceOf(JsonObject intent) {
        return with(intent).map(payment -> Json.requiredText(payment, "invoice"));
    }

    private Optional<JsonObject> openOf(JsonObject intent) {
        return with(intent).filter(payment -> Json.has(payment, "status", "open"));
    }

    private Optional<JsonObject> with(JsonObject intent) {
        String id = Json.requiredText(intent, "id");
        return store
                .newestFirst(
                        Kind.INVOICE_PAYMENT,
                        payment -> intentId(payment).filter(id::equals).isPresent(),
                        1)
                .stream()
                .findFirst();
    }

    private static Optional<String> intentId(JsonObject payment) {
        return Json.text(payment.getAsJsonObject("payment"), INTENT);
    }
}
