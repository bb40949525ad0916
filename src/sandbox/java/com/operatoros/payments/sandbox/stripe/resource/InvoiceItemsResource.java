package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceItems;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/invoiceitems}. */
public final class InvoiceItemsResource implements Resource {

    private static final String PATH = "/v1/invoiceitems";
    private static final int MOST_LINES = 250;
    private static final Fields CREATE = ItemPricing.fields()
            .expand()
            .optional("customer", Rule.text())
            .optional("description", Rule.orEmpty(Rule.text()))
            .optional("discountable", Rule.flag())
            .optional("invoice", Rule.text())
            .optional("metadata", Rule.metadata());
    private static final Fields LIST = Fields.page()
            .optional("customer", Rule.text())
            .optional("invoice", Rule.text())
            .optional("pending", Rule.flag());

    private final Stored stored;
    private final Customers customers;
    private final Invoices invoices;
    private final InvoiceItems items;
    private final InvoiceLines lines;
    private final ItemPricing pricing;

    /** The resource of these items. */
    public InvoiceItemsResource(
            Store store, Clock clock, Customers customers, Invoices invoices, InvoiceItems items, InvoiceLines lines) {
        this.stored = new Stored(store, Kind.INVOICE_ITEM);
        this.customers = customers;
        this.invoices = invoices;
        this.items = items;
        this.lines = lines;
        this.pricing = new ItemPricing(store, clock);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(PATH, CREATE, this::create),
                Route.get(PATH, LIST, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get),
                Route.delete(PATH + "/{id}", Fields.none(), this::delete));
    }

    private JsonObject create(ApiRequest request) {
        Form form = request.form();
        Optional<JsonObject> draft = form.text("invoice").map(this::draft);
        JsonObject item = items.draft();
        item.addProperty("customer", customer(form, draft));
        Copying.texts(item, form, "description");
        Copying.flags(item, form, "discountable");
        MetadataChange.apply(item, form);
        pricing.apply(item, form, draft.map(invoice -> Json.requiredText(invoice, "currency")));
        draft.ifPresentOrElse(
                invoice -> items.add(item, invoice, request.cause()), () -> items.add(item, request.cause()));
        return item;
    }

    private JsonObject draft(String id) {
        JsonObject invoice = invoices.find(id).orElseThrow(() -> StripeError.missing("invoice", id, "invoice"));
        checkEditable(invoice);
        if (lines.of(id).size() >= MOST_LINES) {
            throw StripeError.invalid(null, "invoice", "Invoices can have up to 250 line items.");
        }
        return invoice;
    }

    private static void checkEditable(JsonObject invoice) {
        if (InvoiceStatus.of(invoice) != InvoiceStatus.DRAFT) {
            throw StripeError.invalid(
                    "invoice_not_editable", "invoice", "Invalid invoice: This invoice is no longer editable");
        }
    }

    private String customer(Form form, Optional<JsonObject> draft) {
        Optional<String> billed = draft.map(invoice -> Json.requiredText(invoice, "customer"));
        String id = form.text("customer")
                .or(() -> billed)
                .orElseThrow(() ->
                        StripeError.invalid("parameter_missing", "customer", "Missing required param: customer."));
        if (customers.find(id).isEmpty()) {
            throw StripeError.missing("customer", id, "customer");
        }
        if (billed.isPresent() && !billed.get().equals(id)) {
            String message = "The invoice belongs to the customer " + billed.get() + ", not to " + id + ".";
            throw StripeError.invalid(null, "invoice", message);
        }
        return id;
    }

    private JsonObject delete(ApiRequest request) {
        JsonObject item = stored.get(request);
        Optional<String> invoice = Json.text(item, "invoice");
        if (invoice.isPresent()) {
            checkEditable(invoices.find(invoice.get())
                    .orElseThrow(() -> StripeError.invalid(null, null, "This invoice item has been deleted.")));
        }
        items.delete(item, request.cause());
        return Removed.answer(item);
    }

    private JsonObject list(ApiRequest request) {
        Optional<Boolean> pending = request.form().flag("pending");
        Predicate<JsonObject> filter = Stored.same(request, "customer")
                .and(Stored.same(request, "invoice"))
                .and(item -> pending.isEmpty() || item.get("invoice").isJsonNull() == pending.get());
        return stored.list(request, filter);
    }
}
