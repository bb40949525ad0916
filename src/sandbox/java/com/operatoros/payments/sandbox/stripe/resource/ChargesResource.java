package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;

/** {@code /v1/charges}, read only. */
public final class ChargesResource implements Resource {

    private static final String PATH = "/v1/charges";

    private final Stored stored;

    /** The resource of the charges in this store. */
    public ChargesResource(Store store) {
        this.stored = new Stored(store, Kind.CHARGE);
    }

    @Override
    public List<Route> routes() {
        Fields list = Fields.page()
                .optional("created", Created.rule())
                .optional("customer", Rule.text())
                .optional("payment_intent", Rule.text())
                .optional("transfer_group", Rule.text());
        return List.of(
                Route.get(PATH, list, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), stored::get));
    }

    private JsonObject list(ApiRequest request) {
        return stored.list(
                request,
                Created.filter(request.form())
                        .and(Stored.same(request, "customer"))
                        .and(Stored.same(request, "payment_intent"))
                        .and(Stored.same(request, "transfer_group")));
    }
}
