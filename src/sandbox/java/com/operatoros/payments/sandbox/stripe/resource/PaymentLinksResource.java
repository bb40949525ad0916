package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.LineItems;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.List;

/** {@code /v1/payment_links}. */
public final class PaymentLinksResource implements Resource {

    private static final String PATH = "/v1/payment_links";
    private static final Fields CREATE =
            LinkFields.fields().optional("currency", Rule.text(3)).required("line_items", LinkLines.RULE);
    private static final Fields UPDATE = LinkFields.fields()
            .optional("active", Rule.flag())
            .optional(
                    "line_items",
                    Rule.list(Fields.none().required("id", Rule.text()).optional("quantity", Rule.integer(1))));

    private final Stored stored;
    private final PaymentLinks links;
    private final LineItems lineItems;
    private final LinkLines lines;

    /** The resource of these links. */
    public PaymentLinksResource(Store store, Clock clock, PaymentLinks links, LineItems lineItems) {
        this.stored = new Stored(store, Kind.PAYMENT_LINK);
        this.links = links;
        this.lineItems = lineItems;
        this.lines = new LinkLines(store, clock);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(PATH, CREATE, this::create),
                Route.get(PATH, Fields.page().optional("active", Rule.flag()), this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get),
                Route.post(PATH + "/{id}", UPDATE, this::update),
                Route.get(PATH + "/{id}/line_items", Fields.page(), this::listItems));
    }

    private JsonObject create(ApiRequest request) {
        JsonObject link = Shape.blank(Kind.PAYMENT_LINK);
        LinkChange.apply(link, request.form());
        List<JsonObject> items = lines.create(request.form());
        String currency = Json.requiredText(items.get(0), "currency");
        link.addProperty("currency", currency);
        checkMethods(link, currency);
        return links.publish(link, items, request.cause());
    }

    private JsonObject update(ApiRequest request) {
        JsonObject link = stored.get(request);
        JsonObject before = link.deepCopy();
        Copying.flags(link, request.form(), "active");
        LinkChange.apply(link, request.form());
        checkMethods(link, Json.requiredText(link, "currency"));
        request.form().children("line_items").forEach(line -> changeQuantity(link, line));
        links.change(before, link, request.cause());
        return link;
    }

    private void changeQuantity(JsonObject link, Form line) {
        String owner = Json.requiredText(link, "id");
        List<JsonObject> items = lineItems.of(owner);
        String id = line.requiredText("id");
        JsonObject item = items.stream()
                .filter(candidate -> Json.has(candidate, "id", id))
                .findFirst()
                .orElseThrow(() -> StripeError.missing("line item", id, "line_items[0][id]"));
        line.integer("quantity").ifPresent(quantity -> LineItems.setQuantity(item, quantity));
        lineItems.put(owner, items, PATH + "/" + owner + "/line_items");
    }

    private static void checkMethods(JsonObject link, String currency) {
        if (link.get("payment_method_types").isJsonArray()
                && link.getAsJsonArray("payment_method_types").toString().contains("sepa_debit")
                && !currency.equals("eur")) {
            String message = "The currency provided (" + currency + ") is invalid. Payments with sepa_debit support the"
                    + " following currencies: eur.";
            throw StripeError.invalid(null, "payment_method_types", message);
        }
    }

    private JsonObject list(ApiRequest request) {
        return stored.list(request, Stored.same(request, "active"));
    }

    private JsonObject listItems(ApiRequest request) {
        List<JsonObject> items = lineItems.of(Json.requiredText(stored.get(request), "id"));
        return ListPage.ofAll(items, request);
    }
}
