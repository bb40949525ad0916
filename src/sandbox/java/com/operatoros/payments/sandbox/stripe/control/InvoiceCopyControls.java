package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.Finalization;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCopies;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Edits and duplicates an invoice as a person does in Stripe's own dashboard (rule SK11). */
public final class InvoiceCopyControls {

    private final Store store;
    private final Invoices invoices;
    private final InvoiceCopies copies;
    private final Finalization finalization;

    /** The controls of these invoices. */
    public InvoiceCopyControls(Store store, Invoices invoices, InvoiceCopies copies, Finalization finalization) {
        this.store = store;
        this.invoices = invoices;
        this.copies = copies;
        this.finalization = finalization;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of("POST /_sandbox/edit_invoice", this::edit, "POST /_sandbox/copy_invoice", this::copy);
    }

    /** Replaces an open invoice by one over another amount. */
    private Reply edit(JsonObject input) {
        Optional<Long> amount = BadInput.amount(input, "amount");
        boolean keepsMetadata = keepsMetadata(input);
        return finalized(input, original -> {
            JsonObject draft = copies.revision(original);
            Json.text(input, "description").ifPresent(text -> draft.addProperty("description", text));
            if (!keepsMetadata) {
                draft.add("metadata", new JsonObject());
            }
            invoices.add(draft, Cause.OUTSIDE);
            amount.ifPresent(other -> copies.bill(draft, other, Cause.OUTSIDE));
            return draft;
        });
    }

    private static boolean keepsMetadata(JsonObject input) {
        String wanted = Json.text(input, "metadata").orElse("keep");
        if (!Set.of("keep", "drop").contains(wanted)) {
            throw new BadInput("\"metadata\" must be keep or drop");
        }
        return wanted.equals("keep");
    }

    /** Makes another invoice like one, whatever became of it. */
    private Reply copy(JsonObject input) {
        return finalized(input, original -> {
            JsonObject draft = copies.copy(original);
            invoices.add(draft, Cause.OUTSIDE);
            return draft;
        });
    }

    private Reply finalized(JsonObject input, Function<JsonObject, JsonObject> drafting) {
        String id = BadInput.required(input, "id");
        return Refusal.as409(() -> store.change(() -> invoices.find(id)
                .map(original -> {
                    JsonObject draft = drafting.apply(original);
                    finalization.run(draft, Cause.OUTSIDE);
                    return told(draft);
                })
                .orElseGet(() -> Reply.error(404, "there is no invoice " + id))));
    }

    private static Reply told(JsonObject invoice) {
        JsonObject answer = new JsonObject();
        for (String field : new String[] {"id", "number", "status"}) {
            answer.add(field, invoice.get(field));
        }
        return Reply.json(200, answer);
    }
}
