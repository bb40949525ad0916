package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Created;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.LineItems;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/checkout/sessions}; sessions are opened by the pages of payment links only. */
public final class CheckoutSessionsResource implements Resource {

    private static final String PATH = "/v1/checkout/sessions";
    private static final Fields LIST = Fields.page()
            .optional("created", Created.rule())
            .optional("customer", Rule.text())
            .optional("customer_details", Fields.none().required("email", Rule.text()))
            .optional("payment_intent", Rule.text())
            .optional("payment_link", Rule.text())
            .optional("status", Rule.oneOf("complete", "expired", "open"));

    private final Stored stored;
    private final CheckoutSessions sessions;
    private final LineItems lineItems;

    /** The resource of these sessions. */
    public CheckoutSessionsResource(Store store, CheckoutSessions sessions, LineItems lineItems) {
        this.stored = new Stored(store, Kind.CHECKOUT_SESSION);
        this.sessions = sessions;
        this.lineItems = lineItems;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, LIST, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), this::get),
                Route.post(PATH + "/{id}/expire", Fields.none().expand(), this::expire),
                Route.get(PATH + "/{id}/line_items", Fields.page(), this::listItems));
    }

    private JsonObject get(ApiRequest request) {
        return sessions.find(request.id())
                .orElseThrow(() -> StripeError.missing(Kind.CHECKOUT_SESSION.object(), request.id()));
    }

    private JsonObject expire(ApiRequest request) {
        JsonObject session = get(request);
        if (!CheckoutSessions.isOpen(session)) {
            String message = "Only Checkout Sessions with a status in [\"open\"] can be expired. This Session has a"
                    + " status of \"" + Json.requiredText(session, "status") + "\".";
            throw StripeError.invalid(null, null, message);
        }
        return sessions.expire(session, request.cause());
    }

    private JsonObject list(ApiRequest request) {
        sessions.expireOverdue();
        Predicate<JsonObject> filter = Created.filter(request.form())
                .and(Stored.same(request, "customer"))
                .and(Stored.same(request, "payment_intent"))
                .and(Stored.same(request, "payment_link"))
                .and(Stored.same(request, "status"))
                .and(session -> hasEmail(request, session));
        return stored.list(request, filter);
    }

    private static boolean hasEmail(ApiRequest request, JsonObject session) {
        Optional<String> wanted = request.form().child("customer_details").flatMap(details -> details.text("email"));
        return wanted.isEmpty()
                || Json.object(session, "customer_details")
                        .filter(details -> Json.has(details, "email", wanted.get()))
                        .isPresent();
    }

    private JsonObject listItems(ApiRequest request) {
        return ListPage.ofAll(lineItems.of(Json.requiredText(get(request), "id")), request);
    }
}
