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

/** {@code /v1/payment_intents}; payers make them, so that the API only reads. */
public final class PaymentIntentsResource implements Resource {

    private static final String PATH = "/v1/payment_intents";

    private final Stored stored;

    /** The resource of the payment intents in this store. */
    public PaymentIntentsResource(Store store) {
        this.stored = new Stored(store, Kind.PAYMENT_INTENT);
    }

    @Override
    public List<Route> routes() {
        Fields list = Fields.page().optional("created", Created.rule()).optional("customer", Rule.text());
        return List.of(
                Route.get(PATH, list, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand().optional("client_secret", Rule.text()), stored::get));
    }

    private JsonObject list(ApiRequest request) {
        return stored.list(request, Created.filter(request.form()).and(Stored.same(request, "customer")));
    }
}
