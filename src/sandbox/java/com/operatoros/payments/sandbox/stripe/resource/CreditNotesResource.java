package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.refund.CreditNoteDrafts;
import com.operatoros.payments.sandbox.stripe.refund.CreditNotes;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.ArrayList;
import java.util.List;

/** {@code /v1/credit_notes}. */
public final class CreditNotesResource implements Resource {

    private static final String PATH = "/v1/credit_notes";
    private static final Fields CREATE = Fields.none()
            .expand()
            .optional("amount", Rule.integer(1))
            .optional("email_type", Rule.oneOf("credit_note", "none"))
            .required("invoice", Rule.text())
            .optional("lines", CreditLines.RULE)
            .optional("memo", Rule.orEmpty(Rule.text()))
            .optional("metadata", Rule.metadata())
            .optional("out_of_band_amount", Rule.integer(0))
            .optional("reason", Rule.oneOf("duplicate", "fraudulent", "order_change", "product_unsatisfactory"))
            .optional("refund_amount", Rule.integer(0));

    private final Stored stored;
    private final Invoices invoices;
    private final InvoiceLines invoiceLines;
    private final CreditNoteDrafts drafts;
    private final CreditNotes notes;

    /** The resource of these credit notes. */
    public CreditNotesResource(
            Store store, Invoices invoices, InvoiceLines invoiceLines, CreditNoteDrafts drafts, CreditNotes notes) {
        this.stored = new Stored(store, Kind.CREDIT_NOTE);
        this.invoices = invoices;
        this.invoiceLines = invoiceLines;
        this.drafts = drafts;
        this.notes = notes;
    }

    @Override
    public List<Route> routes() {
        Fields list = Fields.page()
                .optional("created", Created.rule())
                .optional("customer", Rule.text())
                .optional("invoice", Rule.text());
        Fields update = Fields.none()
                .expand()
                .optional("memo", Rule.orEmpty(Rule.text()))
                .optional("metadata", Rule.metadata());
        return List.of(
                Route.post(PATH, CREATE, this::create),
                Route.get(PATH, list, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get),
                Route.post(PATH + "/{id}", update, this::update),
                Route.post(PATH + "/{id}/void", Fields.none().expand(), this::voidIt),
                Route.get(PATH + "/{id}/lines", Fields.page(), this::listLines));
    }

    private JsonObject create(ApiRequest request) {
        Form form = request.form();
        String id = form.requiredText("invoice");
        JsonObject invoice = invoices.find(id).orElseThrow(() -> StripeError.missing("invoice", id, "invoice"));
        List<JsonObject> lines = CreditLines.of(form, invoiceLines.of(id));
        long amount =
                lines.stream().mapToLong(line -> line.get("amount").getAsLong()).sum();
        JsonObject note = drafts.over(invoice, amount);
        lines.forEach(note.getAsJsonObject("lines").getAsJsonArray("data")::add);
        Copying.texts(note, form, "memo", "reason");
        MetadataChange.apply(note, form);
        notes.issue(
                note,
                form.integer("refund_amount").orElse(0L),
                form.integer("out_of_band_amount").orElse(0L),
                request.cause());
        return note;
    }

    private JsonObject update(ApiRequest request) {
        JsonObject note = stored.get(request);
        JsonObject before = note.deepCopy();
        Copying.texts(note, request.form(), "memo");
        MetadataChange.apply(note, request.form());
        notes.change(before, note, request.cause());
        return note;
    }

    private JsonObject voidIt(ApiRequest request) {
        JsonObject note = stored.get(request);
        notes.voidIt(note, request.cause());
        return note;
    }

    private JsonObject list(ApiRequest request) {
        return stored.list(
                request,
                Created.filter(request.form())
                        .and(Stored.same(request, "customer"))
                        .and(Stored.same(request, "invoice")));
    }

    private JsonObject listLines(ApiRequest request) {
        List<JsonObject> lines = new ArrayList<>();
        stored.get(request)
                .getAsJsonObject("lines")
                .getAsJsonArray("data")
                .forEach(line -> lines.add(line.getAsJsonObject()));
        return ListPage.ofAll(lines, request);
    }
}
