package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;

/** Drafts made of other invoices: revisions, which replace them once finalized, and copies, which do not (rule SI8). */
public final class InvoiceCopies {

    private static final List<String> COPIED = List.of(
            "auto_advance",
            "collection_method",
            "custom_fields",
            "description",
            "due_date",
            "footer",
            "metadata",
            "payment_settings",
            "statement_descriptor");

    private final Store store;
    private final Customers customers;
    private final Invoices invoices;
    private final InvoiceLines lines;
    private final Closing closing;

    /** Drafts made of these. */
    public InvoiceCopies(Store store, Customers customers, Invoices invoices, InvoiceLines lines, Closing closing) {
        this.store = store;
        this.customers = customers;
        this.invoices = invoices;
        this.lines = lines;
        this.closing = closing;
    }

    /** A draft that will replace an open invoice; not stored yet, unlike its lines. */
    public JsonObject revision(JsonObject original) {
        if (!InvoiceStatus.of(original).isPayable()) {
            String message = "You can only revise open or uncollectible invoices. This one is "
                    + InvoiceStatus.of(original).label() + ".";
            throw StripeError.invalid(null, "from_invoice[invoice]", message);
        }
        closing.checkVoidable(original);
        JsonObject draft = copy(original);
        JsonObject from = new JsonObject();
        from.addProperty("action", "revision");
        from.add("invoice", original.get("id"));
        draft.add("from_invoice", from);
        return draft;
    }

    /** A draft like another invoice, which stays as it is; not stored yet, unlike its lines. */
    public JsonObject copy(JsonObject original) {
        String id = Json.requiredText(original, "customer");
        JsonObject customer = customers.find(id).orElseThrow(() -> StripeError.missing("customer", id, "customer"));
        JsonObject draft = invoices.draft(customer, Json.requiredText(original, "currency"));
        COPIED.forEach(field -> draft.add(field, original.get(field).deepCopy()));
        lines.of(Json.requiredText(original, "id")).stream().map(this::item).forEach(item -> add(item, draft));
        return draft;
    }

    /** Bills one amount instead of all lines of a stored draft, named as its first line was. */
    public void bill(JsonObject draft, long amount, Cause cause) {
        JsonObject before = draft.deepCopy();
        JsonObject item = item(lines.of(Json.requiredText(draft, "id")).stream()
                .findFirst()
                .orElseThrow(() -> StripeError.invalid(null, "lines", "The invoice has no line to change.")));
        for (JsonObject line : lines.of(Json.requiredText(draft, "id"))) {
            store.remove(Kind.INVOICE_ITEM, InvoiceLines.item(line));
            lines.remove(draft, InvoiceLines.item(line));
        }
        item.addProperty("amount", amount);
        item.addProperty("net_amount", amount);
        item.addProperty("quantity", 1);
        item.addProperty("quantity_decimal", "1");
        price(item.getAsJsonObject("pricing"), amount);
        add(item, draft);
        invoices.change(before, draft, cause);
    }

    private void price(JsonObject pricing, long amount) {
        JsonObject details = pricing.getAsJsonObject("price_details");
        JsonObject price = store.get(Kind.PRICE, Json.requiredText(details, "price"));
        price.addProperty("id", Kind.PRICE.newId());
        price.addProperty("unit_amount", amount);
        price.addProperty("unit_amount_decimal", String.valueOf(amount));
        store.put(Kind.PRICE, price);
        details.add("price", price.get("id"));
        pricing.addProperty("unit_amount_decimal", String.valueOf(amount));
    }

    private JsonObject item(JsonObject line) {
        JsonObject item = store.get(Kind.INVOICE_ITEM, InvoiceLines.item(line));
        item.addProperty("id", Kind.INVOICE_ITEM.newId());
        return item;
    }

    private void add(JsonObject item, JsonObject draft) {
        item.add("invoice", draft.get("id"));
        store.put(Kind.INVOICE_ITEM, item);
        lines.add(draft, item);
    }
}
