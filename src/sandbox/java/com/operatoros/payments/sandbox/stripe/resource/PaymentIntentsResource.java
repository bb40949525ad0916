package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;

/** {@code /v1/payment_intents}; payers make them, so that the API only reads them and calls them off. */
public final class PaymentIntentsResource implements Resource {

    private static final String PATH = "/v1/payment_intents";

    private final Stored stored;
    private final Payments payments;

    /** The resource of the payment intents in this store. */
    public PaymentIntentsResource(Store store, Payments payments) {
        this.payments = payments;
        this.stored = new Stored(store, Kind.PAYMENT_INTENT);
    }

    @Override
    public List<Route> routes() {
        Fields list = Fields.page().optional("created", Created.rule()).optional("customer", Rule.text());
        return List.of(
                Route.get(PATH, list, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand().optional("client_secret", Rule.text()), stored::get),
                Route.post(
                        PATH + "/{id}/cancel",
                        Fields.none().expand().optional("cancellation_reason", Rule.text()),
                        this::cancel));
    }

    private JsonObject cancel(ApiRequest request) {
        JsonObject intent = stored.get(request);
        if (!Payments.isCancelable(intent)) {
            String message = "You cannot cancel this PaymentIntent because it has a status of "
                    + Json.requiredText(intent, "status")
                    + ". Only a PaymentIntent with one of the following statuses may be canceled: requires_payment_method,"
                    + " requires_capture, requires_confirmation, requires_action, processing.";
            throw StripeError.invalid("payment_intent_unexpected_state", null, message);
        }
        payments.cancel(intent, request.form().text("cancellation_reason").orElse(null), request.cause());
        return intent;
    }

    private JsonObject list(ApiRequest request) {
        return stored.list(request, Created.filter(request.form()).and(Stored.same(request, "customer")));
    }
}
