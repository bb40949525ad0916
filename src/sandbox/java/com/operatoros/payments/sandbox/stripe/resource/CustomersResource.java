package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** {@code /v1/customers}. */
public final class CustomersResource implements Resource {

    private static final String PATH = "/v1/customers";
    private static final String[] ADDRESS = {"city", "country", "line1", "line2", "postal_code", "state"};
    private static final Rule EMAIL =
            Rule.matching(Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), "email_invalid", "Invalid email address");

    private final Stored stored;
    private final Customers customers;
    private final CustomerSearch search;

    /** The resource of these customers. */
    public CustomersResource(Store store, Customers customers) {
        this.stored = new Stored(store, Kind.CUSTOMER);
        this.customers = customers;
        this.search = new CustomerSearch(store);
    }

    @Override
    public List<Route> routes() {
        Fields list = Fields.page().optional("created", Created.rule()).optional("email", Rule.text(512));
        return List.of(
                Route.post(PATH, fields(), this::create),
                Route.get(PATH, list, this::list),
                Route.get(PATH + "/search", CustomerSearch.FIELDS, search::find),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get),
                Route.post(PATH + "/{id}", fields(), this::update),
                Route.delete(PATH + "/{id}", Fields.none(), this::delete));
    }

    private static Fields fields() {
        Fields address = Fields.none();
        for (String part : ADDRESS) {
            address.optional(part, Rule.orEmpty(Rule.text()));
        }
        return Fields.none()
                .expand()
                .optional("address", Rule.orEmpty(address))
                .optional("business_name", Rule.orEmpty(Rule.text(150)))
                .optional("description", Rule.orEmpty(Rule.text()))
                .optional("email", Rule.orEmpty(EMAIL))
                .optional("individual_name", Rule.orEmpty(Rule.text(150)))
                .optional("metadata", Rule.metadata())
                .optional("name", Rule.orEmpty(Rule.text(256)))
                .optional("phone", Rule.orEmpty(Rule.text(20)))
                .optional("preferred_locales", Rule.orEmpty(Rule.list(Rule.text(10))))
                .optional("tax_exempt", Rule.orEmpty(Rule.oneOf("exempt", "none", "reverse")));
    }

    private JsonObject create(ApiRequest request) {
        JsonObject customer = customers.draft();
        apply(customer, request.form());
        return customers.add(customer, request.cause());
    }

    private JsonObject delete(ApiRequest request) {
        return customers.delete(living(request), request.cause());
    }

    private JsonObject living(ApiRequest request) {
        return customers.find(request.id()).orElseThrow(() -> StripeError.missing("customer", request.id()));
    }

    private JsonObject update(ApiRequest request) {
        JsonObject customer = living(request);
        JsonObject before = customer.deepCopy();
        apply(customer, request.form());
        customers.change(before, customer, request.cause());
        return customer;
    }

    private static void apply(JsonObject customer, Form form) {
        Copying.texts(customer, form, "description", "email", "name", "phone", "tax_exempt");
        form.text("business_name").ifPresent(name -> customer.addProperty("business_name", name));
        form.text("individual_name").ifPresent(name -> customer.addProperty("individual_name", name));
        Copying.lists(customer, form, "preferred_locales");
        MetadataChange.apply(customer, form);
        if (form.clears("address")) {
            customer.add("address", JsonNull.INSTANCE);
        }
        form.child("address").ifPresent(given -> customer.add("address", address(given)));
    }

    private static JsonObject address(Form form) {
        JsonObject address = new JsonObject();
        for (String part : ADDRESS) {
            address.addProperty(part, form.text(part).orElse(null));
        }
        return address;
    }

    private JsonObject list(ApiRequest request) {
        Predicate<JsonObject> deleted = Customers::isDeleted;
        return stored.list(
                request, deleted.negate().and(Created.filter(request.form())).and(Stored.same(request, "email")));
    }
}
