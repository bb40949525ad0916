package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Included;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.invoice.InvoicePayments;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/invoice_payments}, read only, and what an invoice shows of them when it is asked. */
public final class InvoicePaymentsResource implements Resource {

    private static final String PATH = "/v1/invoice_payments";
    private static final Fields LIST = Fields.page()
            .optional("created", Created.rule())
            .optional("invoice", Rule.text())
            .optional(
                    "payment",
                    Fields.none()
                            .required("type", Rule.oneOf("payment_intent", "payment_record"))
                            .optional("payment_intent", Rule.text())
                            .optional("payment_record", Rule.text()))
            .optional("status", Rule.oneOf("canceled", "open", "paid"));

    private final Stored stored;
    private final InvoicePayments payments;

    /** The resource of these invoice payments. */
    public InvoicePaymentsResource(Store store, InvoicePayments payments) {
        this.stored = new Stored(store, Kind.INVOICE_PAYMENT);
        this.payments = payments;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, LIST, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get));
    }

    @Override
    public List<Included> included() {
        return List.of(
                new Included("invoice", "payments", this::ofInvoice),
                new Included("invoice", "confirmation_secret", this::secret));
    }

    private JsonElement ofInvoice(JsonObject invoice) {
        String id = Json.requiredText(invoice, "id");
        return ListPage.list(payments.of(id), false, PATH + "?invoice=" + id);
    }

    private JsonElement secret(JsonObject invoice) {
        Optional<JsonObject> intent = payments.intentOf(Json.requiredText(invoice, "id"));
        if (intent.isEmpty()) {
            return JsonNull.INSTANCE;
        }
        JsonObject secret = new JsonObject();
        secret.add("client_secret", intent.get().get("client_secret"));
        secret.addProperty("type", "payment_intent");
        return secret;
    }

    private JsonObject list(ApiRequest request) {
        Predicate<JsonObject> filter = Created.filter(request.form())
                .and(Stored.same(request, "invoice"))
                .and(Stored.same(request, "status"))
                .and(paidBy(request.form()));
        return stored.list(request, filter);
    }

    private static Predicate<JsonObject> paidBy(Form form) {
        Optional<Form> wanted = form.child("payment");
        return payment -> wanted.isEmpty()
                || wanted.get().names().stream()
                        .allMatch(name -> Json.text(payment.getAsJsonObject("payment"), name)
                                .equals(wanted.get().text(name)));
    }
}
