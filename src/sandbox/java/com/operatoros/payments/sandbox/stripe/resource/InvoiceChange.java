package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.time.Clock;
import java.time.Duration;

/** Takes the parameters of {@link InvoiceFields} over into a draft. */
final class InvoiceChange {

    private final Clock clock;

    InvoiceChange(Clock clock) {
        this.clock = clock;
    }

    void apply(JsonObject draft, Form form) {
        Copying.texts(draft, form, "collection_method", "description", "footer", "number", "statement_descriptor");
        Copying.flags(draft, form, "auto_advance");
        MetadataChange.apply(draft, form);
        if (form.has("custom_fields")) {
            draft.add("custom_fields", customFields(form));
        }
        form.child("payment_settings")
                .ifPresent(settings ->
                        Copying.lists(draft.getAsJsonObject("payment_settings"), settings, "payment_method_types"));
        applyDueDate(draft, form);
    }

    private static JsonElement customFields(Form form) {
        JsonArray fields = new JsonArray();
        for (Form given : form.children("custom_fields")) {
            JsonObject field = new JsonObject();
            Copying.texts(field, given, "name", "value");
            fields.add(field);
        }
        return fields.isEmpty() ? JsonNull.INSTANCE : fields;
    }

    private void applyDueDate(JsonObject draft, Form form) {
        if (!Json.has(draft, "collection_method", "send_invoice")) {
            if (form.has("due_date") || form.has("days_until_due")) {
                throw StripeError.invalid(
                        null,
                        null,
                        "You can only specify 'due_date' or 'days_until_due' if invoice collection method is"
                                + " 'send_invoice'.");
            }
            draft.add("due_date", JsonNull.INSTANCE);
            return;
        }
        if (form.has("due_date") && form.has("days_until_due")) {
            throw StripeError.invalid(
                    null, null, "You may only specify one of these parameters: due_date, days_until_due.");
        }
        form.integer("due_date").ifPresent(date -> draft.addProperty("due_date", inFuture(date)));
        form.integer("days_until_due").ifPresent(days -> draft.addProperty("due_date", after(draft, days)));
        if (draft.get("due_date").isJsonNull()) {
            throw StripeError.invalid(
                    null,
                    null,
                    "If invoice collection method is 'send_invoice', you must specify 'due_date' or"
                            + " 'days_until_due'.");
        }
    }

    private static long after(JsonObject draft, long days) {
        return draft.get("created").getAsLong() + Duration.ofDays(days).toSeconds();
    }

    private long inFuture(long date) {
        if (date <= clock.instant().getEpochSecond()) {
            throw StripeError.invalid(null, "due_date", "The due date of an invoice must be in the future.");
        }
        return date;
    }
}
