package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;

/** All invoice items: those of a draft, and those that wait for one. */
public final class InvoiceItems {

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final Invoices invoices;
    private final InvoiceLines lines;

    /** Items of these invoices. */
    public InvoiceItems(Store store, Clock clock, Events events, Invoices invoices, InvoiceLines lines) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.invoices = invoices;
        this.lines = lines;
    }

    /** A new item, not stored yet. */
    public JsonObject draft() {
        JsonObject item = Shape.blank(Kind.INVOICE_ITEM);
        long now = clock.instant().getEpochSecond();
        item.addProperty("date", now);
        item.getAsJsonObject("period").addProperty("start", now);
        item.getAsJsonObject("period").addProperty("end", now);
        return item;
    }

    /** Keeps a new item that waits for an invoice. */
    public void add(JsonObject item, Cause cause) {
        store.put(Kind.INVOICE_ITEM, item);
        events.emit("invoiceitem.created", item, cause);
    }

    /** Keeps a new item of a draft. */
    public void add(JsonObject item, JsonObject draft, Cause cause) {
        store.change(() -> {
            item.add("invoice", draft.get("id"));
            add(item, cause);
            JsonObject before = draft.deepCopy();
            lines.add(draft, item);
            invoices.change(before, draft, cause);
        });
    }

    /** Moves all waiting items of the invoice's customer into a new draft, which is not stored yet, newest first. */
    public void takeWaiting(JsonObject draft) {
        String customer = Json.requiredText(draft, "customer");
        String currency = Json.requiredText(draft, "currency");
        store.newestFirst(
                        Kind.INVOICE_ITEM,
                        item -> item.get("invoice").isJsonNull()
                                && Json.has(item, "customer", customer)
                                && Json.has(item, "currency", currency))
                .forEach(item -> {
                    item.add("invoice", draft.get("id"));
                    store.put(Kind.INVOICE_ITEM, item);
                    lines.add(draft, item);
                });
    }

    /** Deletes an item, and its line in the draft it belongs to. */
    public void delete(JsonObject item, Cause cause) {
        String id = Json.requiredText(item, "id");
        store.change(() -> {
            store.remove(Kind.INVOICE_ITEM, id);
            events.emit("invoiceitem.deleted", item, cause);
            Json.text(item, "invoice").flatMap(invoices::find).ifPresent(draft -> {
                JsonObject before = draft.deepCopy();
                lines.remove(draft, id);
                invoices.change(before, draft, cause);
            });
        });
    }
}
