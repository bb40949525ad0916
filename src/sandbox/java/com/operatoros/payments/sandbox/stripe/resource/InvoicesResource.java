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
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCopies;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceItems;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceLines;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/invoices}: drafts, and reading; what happens to a finalized one is {@link InvoiceActionsResource}'s. */
public final class InvoicesResource implements Resource {

    private static final String PATH = "/v1/invoices";
    private static final String FROM = "from_invoice";
    private static final Fields CREATE = InvoiceFields.fields()
            .optional("currency", Rule.text(3))
            .optional("customer", Rule.text())
            .optional(
                    FROM,
                    Fields.none().required("action", Rule.oneOf("revision")).required("invoice", Rule.text()))
            .optional("pending_invoice_items_behavior", Rule.oneOf("exclude", "include"));
    private static final Fields LIST = Fields.page()
            .optional("collection_method", Rule.oneOf("charge_automatically", "send_invoice"))
            .optional("created", Created.rule())
            .optional("customer", Rule.text())
            .optional("status", Rule.oneOf("draft", "open", "void", "paid", "uncollectible"));

    private final Stored stored;
    private final Customers customers;
    private final Invoices invoices;
    private final InvoiceItems items;
    private final InvoiceLines lines;
    private final InvoiceCopies copies;
    private final InvoiceChange change;

    /** The resource of these invoices. */
    public InvoicesResource(
            Store store,
            Clock clock,
            Customers customers,
            Invoices invoices,
            InvoiceItems items,
            InvoiceLines lines,
            InvoiceCopies copies) {
        this.stored = new Stored(store, Kind.INVOICE);
        this.customers = customers;
        this.invoices = invoices;
        this.items = items;
        this.lines = lines;
        this.copies = copies;
        this.change = new InvoiceChange(clock);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(PATH, CREATE, this::create),
                Route.get(PATH, LIST, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get),
                Route.post(PATH + "/{id}", InvoiceFields.fields(), this::update),
                Route.delete(PATH + "/{id}", Fields.none(), this::delete),
                Route.get(PATH + "/{id}/lines", Fields.page(), this::listLines));
    }

    private JsonObject create(ApiRequest request) {
        Form form = request.form();
        JsonObject draft = form.child(FROM).map(from -> revision(form, from)).orElseGet(() -> draft(form));
        change.apply(draft, form);
        if (form.text("pending_invoice_items_behavior")
                .filter("include"::equals)
                .isPresent()) {
            items.takeWaiting(draft);
        }
        invoices.add(draft, request.cause());
        return draft;
    }

    private JsonObject draft(Form form) {
        String id = form.text("customer")
                .orElseThrow(() ->
                        StripeError.invalid("parameter_missing", "customer", "Missing required param: customer."));
        JsonObject customer = customers.find(id).orElseThrow(() -> StripeError.missing("customer", id, "customer"));
        return invoices.draft(customer, currency(form));
    }

    private JsonObject revision(Form form, Form from) {
        for (String own : new String[] {"currency", "customer", "pending_invoice_items_behavior"}) {
            if (form.has(own)) {
                String message = "You may only specify one of these parameters: " + own + ", from_invoice.";
                throw StripeError.invalid(null, own, message);
            }
        }
        String id = from.requiredText("invoice");
        return copies.revision(
                invoices.find(id).orElseThrow(() -> StripeError.missing("invoice", id, "from_invoice[invoice]")));
    }

    private static String currency(Form form) {
        String code = form.text("currency").orElse("usd").toLowerCase(Locale.ROOT);
        if (!Currencies.isSupported(code)) {
            String message = "Invalid currency: " + code + ". It is none of the currencies that Stripe supports.";
            throw StripeError.invalid(null, "currency", message);
        }
        return code;
    }

    private JsonObject update(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        JsonObject before = invoice.deepCopy();
        if (InvoiceStatus.of(invoice) == InvoiceStatus.DRAFT) {
            change.apply(invoice, request.form());
        } else {
            checkOnlyMetadata(request.form());
            MetadataChange.apply(invoice, request.form());
        }
        invoices.change(before, invoice, request.cause());
        return invoice;
    }

    private static void checkOnlyMetadata(Form form) {
        Optional<String> other = form.names().stream()
                .filter(name -> !name.equals("metadata") && !name.equals("expand"))
                .findFirst();
        if (other.isPresent()) {
            throw StripeError.invalid(null, other.get(), "Finalized invoices can't be updated in this way");
        }
    }

    private JsonObject delete(ApiRequest request) {
        JsonObject invoice = stored.get(request);
        if (InvoiceStatus.of(invoice) != InvoiceStatus.DRAFT) {
            throw StripeError.invalid(null, null, "You can only delete draft invoices.");
        }
        invoices.delete(invoice, request.cause());
        return Removed.answer(invoice);
    }

    private JsonObject list(ApiRequest request) {
        Predicate<JsonObject> filter = Created.filter(request.form())
                .and(Stored.same(request, "collection_method"))
                .and(Stored.same(request, "customer"))
                .and(Stored.same(request, "status"));
        return stored.list(request, filter);
    }

    private JsonObject listLines(ApiRequest request) {
        return ListPage.ofAll(lines.of(Json.requiredText(stored.get(request), "id")), request);
    }
}
