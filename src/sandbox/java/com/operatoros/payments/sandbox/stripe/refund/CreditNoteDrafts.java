package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.invoice.Credits;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.time.Clock;

/** New credit notes, not issued yet. */
public final class CreditNoteDrafts {

    private final Store store;
    private final Clock clock;
    private final URI base;

    /** Drafts of notes with documents below this address. */
    public CreditNoteDrafts(Store store, Clock clock, URI base) {
        this.store = store;
        this.clock = clock;
        this.base = base;
    }

    /** A new note over this amount, not stored yet. */
    public JsonObject over(JsonObject invoice, long amount) {
        check(invoice, amount);
        JsonObject note = Shape.blank(Kind.CREDIT_NOTE);
        String id = Json.requiredText(note, "id");
        String invoiceId = Json.requiredText(invoice, "id");
        int earlier = store.ids(Kind.CREDIT_NOTE, other -> Json.has(other, "invoice", invoiceId))
                .size();
        note.addProperty("number", "%s-CN-%02d".formatted(Json.requiredText(invoice, "number"), earlier + 1));
        for (String time : new String[] {"created", "effective_at"}) {
            note.addProperty(time, clock.instant().getEpochSecond());
        }
        for (String field :
                new String[] {"amount", "subtotal", "subtotal_excluding_tax", "total", "total_excluding_tax"}) {
            note.addProperty(field, amount);
        }
        note.add("currency", invoice.get("currency"));
        note.add("customer", invoice.get("customer"));
        note.addProperty("invoice", invoiceId);
        note.addProperty("pdf", base.resolve("/pay/credit_note/" + id).toString());
        note.getAsJsonObject("lines").addProperty("url", "/v1/credit_notes/" + id + "/lines");
        return note;
    }

    private static void check(JsonObject invoice, long amount) {
        InvoiceStatus status = InvoiceStatus.of(invoice);
        if (!status.isPayable() && status != InvoiceStatus.PAID) {
            String message = "You can only create credit notes for open, paid or uncollectible invoices. This one is "
                    + status.label() + ".";
            throw StripeError.invalid(null, "invoice", message);
        }
        long left = Credits.left(invoice);
        if (amount > left) {
            String currency = Json.requiredText(invoice, "currency");
            String message = "The credit note amount (" + Currencies.format(amount, currency)
                    + ") is greater than what can still be credited (" + Currencies.format(left, currency) + ").";
            throw StripeError.invalid(null, "amount", message);
        }
    }

    /** A line of a note over so many units of this amount. */
    public static JsonObject line(String type, long quantity, long unitAmount) {
        JsonObject line = Shape.part("credit_note_line_item");
        line.addProperty("id", Ids.next("cnli_"));
        line.addProperty("type", type);
        line.addProperty("quantity", quantity);
        line.addProperty("unit_amount", unitAmount);
        line.addProperty("unit_amount_decimal", String.valueOf(unitAmount));
        line.addProperty("amount", Math.multiplyExact(quantity, unitAmount));
        return line;
    }
}
