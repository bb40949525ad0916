package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.refund.CreditNoteDrafts;
import com.operatoros.payments.sandbox.stripe.refund.CreditNotes;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Map;
import java.util.Optional;

/** Credits an invoice as a person does in Stripe's own dashboard (rule SK12); what was paid already is refunded. */
public final class CreditNoteControls {

    private final Store store;
    private final Invoices invoices;
    private final CreditNoteDrafts drafts;
    private final CreditNotes notes;

    /** The controls of these credit notes. */
    public CreditNoteControls(Store store, Invoices invoices, CreditNoteDrafts drafts, CreditNotes notes) {
        this.store = store;
        this.invoices = invoices;
        this.drafts = drafts;
        this.notes = notes;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of("POST /_sandbox/credit_note", this::issue, "POST /_sandbox/credit_note/void", this::voidIt);
    }

    /** Credits a part of an invoice, or all of it. */
    private Reply issue(JsonObject input) {
        String id = BadInput.required(input, "invoice");
        long amount = BadInput.amount(input, "amount").orElseThrow(() -> new BadInput("\"amount\" is missing"));
        return Refusal.as409(() -> store.change(() -> invoices.find(id)
                .map(invoice -> {
                    JsonObject note = drafts.over(invoice, amount);
                    note.getAsJsonObject("lines")
                            .getAsJsonArray("data")
                            .add(CreditNoteDrafts.line("custom_line_item", 1, amount));
                    notes.issue(note, CreditNotes.paidPart(invoice, amount), 0, Cause.OUTSIDE);
                    return told(note);
                })
                .orElseGet(() -> Reply.error(404, "there is no invoice " + id))));
    }

    /** Takes the note that is named back, or the newest one of an invoice. */
    private Reply voidIt(JsonObject input) {
        Optional<String> id = Json.text(input, "credit_note");
        String about = id.orElseGet(() -> BadInput.required(input, "invoice"));
        return Refusal.as409(() -> store.change(() -> id.flatMap(named -> store.find(Kind.CREDIT_NOTE, named))
                .or(() -> notes.issuedOn(about))
                .map(note -> {
                    notes.voidIt(note, Cause.OUTSIDE);
                    return told(note);
                })
                .orElseGet(() -> Reply.error(404, "there is no issued credit note " + about))));
    }

    private static Reply told(JsonObject note) {
        JsonObject answer = new JsonObject();
        answer.add("credit_note", note.get("id"));
        for (String field : new String[] {"number", "invoice", "amount", "type", "status"}) {
            answer.add(field, note.get(field));
        }
        return Reply.json(200, answer);
    }
}
