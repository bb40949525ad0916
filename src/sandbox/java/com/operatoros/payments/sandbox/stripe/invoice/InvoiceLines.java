package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.ArrayList;
import java.util.List;

/** The lines of invoices: all of them in a note, the first ten in the invoice itself. */
public final class InvoiceLines {

    private static final int SHOWN = 10;
    private static final List<String> TAKEN_FROM_ITEM = List.of(
            "amount",
            "currency",
            "description",
            "discountable",
            "invoice",
            "metadata",
            "period",
            "pricing",
            "quantity",
            "quantity_decimal");
    private static final List<String> TOTALS = List.of(
            "amount_due", "amount_remaining", "subtotal", "subtotal_excluding_tax", "total", "total_excluding_tax");

    private final Store store;

    /** Lines in this store. */
    public InvoiceLines(Store store) {
        this.store = store;
    }

    /** All lines of an invoice. */
    public List<JsonObject> of(String invoice) {
        List<JsonObject> lines = new ArrayList<>();
        store.find(Kind.INVOICE_LINES, invoice).ifPresent(note -> {
            for (JsonElement line : note.getAsJsonArray("lines")) {
                lines.add(line.getAsJsonObject());
            }
        });
        return lines;
    }

    /** Adds a line for an item and the amount to the invoice, which is not stored. */
    void add(JsonObject invoice, JsonObject item) {
        JsonObject line = Shape.part("line_item");
        line.addProperty("id", Ids.next("il_"));
        TAKEN_FROM_ITEM.forEach(field -> line.add(field, item.get(field)));
        line.add("subtotal", item.get("amount"));
        details(line).add("invoice_item", item.get("id"));
        List<JsonObject> lines = of(Json.requiredText(invoice, "id"));
        lines.add(line);
        set(invoice, lines);
    }

    /** Takes the line of an item out of the invoice, which is not stored. */
    void remove(JsonObject invoice, String item) {
        List<JsonObject> lines = of(Json.requiredText(invoice, "id"));
        lines.removeIf(line -> item(line).equals(item));
        set(invoice, lines);
    }

    /** The id of the item that a line was made of. */
    static String item(JsonObject line) {
        return Json.requiredText(details(line), "invoice_item");
    }

    private static JsonObject details(JsonObject line) {
        return line.getAsJsonObject("parent").getAsJsonObject("invoice_item_details");
    }

    private void set(JsonObject invoice, List<JsonObject> lines) {
        JsonObject note = new JsonObject();
        note.add("id", invoice.get("id"));
        note.add("lines", array(lines));
        store.put(Kind.INVOICE_LINES, note);
        JsonObject shown = invoice.getAsJsonObject("lines");
        shown.add("data", array(lines.subList(0, Math.min(SHOWN, lines.size()))));
        shown.addProperty("has_more", lines.size() > SHOWN);
        long total =
                lines.stream().mapToLong(line -> line.get("amount").getAsLong()).sum();
        TOTALS.forEach(field -> invoice.addProperty(field, total));
    }

    private static JsonArray array(List<JsonObject> lines) {
        JsonArray array = new JsonArray();
        lines.forEach(array::add);
        return array;
    }
}
