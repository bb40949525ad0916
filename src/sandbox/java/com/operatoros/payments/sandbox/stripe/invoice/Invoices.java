package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** All invoices: kept, found, and each change told. */
public final class Invoices {

    private static final String PAGES = "/pay/invoice/";

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final URI base;

    /** Invoices with pages below this address. */
    public Invoices(Store store, Clock clock, Events events, URI base) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.base = base;
    }

    /** A new invoice to this customer, not stored yet. */
    public JsonObject draft(JsonObject customer, String currency) {
        JsonObject invoice = Shape.blank(Kind.INVOICE);
        String id = Json.requiredText(invoice, "id");
        long now = now();
        for (String time : new String[] {"created", "period_start", "period_end", "webhooks_delivered_at"}) {
            invoice.addProperty(time, now);
        }
        invoice.addProperty("currency", currency);
        invoice.getAsJsonObject("lines").addProperty("url", "/v1/invoices/" + id + "/lines");
        BillTo.copy(customer, invoice);
        return invoice;
    }

    /** Keeps a new draft. */
    public void add(JsonObject invoice, Cause cause) {
        store.change(() -> {
            put(invoice);
            events.emit("invoice.created", invoice, cause);
        });
    }

    /** Keeps a changed invoice; nothing is told when nothing changed. */
    public void change(JsonObject before, JsonObject after, Cause cause) {
        if (!before.equals(after)) {
            store.change(() -> {
                put(after);
                events.emitChange("invoice.updated", before, after, cause);
            });
        }
    }

    /** Tells that this happened to an invoice, beside the change itself. */
    void tell(String type, JsonObject invoice, Cause cause) {
        events.emit(type, invoice, cause);
    }

    /** Deletes a draft; its items are not given free. */
    public void delete(JsonObject draft, Cause cause) {
        store.change(() -> {
            store.remove(Kind.INVOICE, Json.requiredText(draft, "id"));
            events.emit("invoice.deleted", draft, cause);
        });
    }

    /** Gives a finalized invoice the addresses of its page and its PDF. */
    void publish(JsonObject invoice) {
        String token = "test_" + Ids.random(40);
        JsonObject note = new JsonObject();
        note.addProperty("id", token);
        note.add("invoice", invoice.get("id"));
        store.put(Kind.ADDRESS, note);
        String page = base.resolve(PAGES + token).toString();
        invoice.addProperty("hosted_invoice_url", page);
        invoice.addProperty("invoice_pdf", page + "/pdf");
    }

    /** The invoice whose page has this address. */
    public Optional<JsonObject> at(String token) {
        return store.find(Kind.ADDRESS, token)
                .flatMap(note -> Json.text(note, "invoice"))
                .flatMap(this::find);
    }

    /** An invoice by its id. */
    public Optional<JsonObject> find(String id) {
        return store.find(Kind.INVOICE, id);
    }

    /** Whether a finalized invoice has this number. */
    boolean isNumberTaken(String number) {
        return !store.ids(
                        Kind.INVOICE, other -> Json.has(other, "number", number) && !Json.has(other, "status", "draft"))
                .isEmpty();
    }

    private void put(JsonObject invoice) {
        store.put(Kind.INVOICE, invoice);
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    void stamp(JsonObject invoice, String transition) {
        invoice.getAsJsonObject("status_transitions").addProperty(transition, now());
    }
}
