package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Optional;
import java.util.function.Predicate;

/** Reading the objects of one kind: one by its id, or a page of them. */
final class Stored {

    private final Store store;
    private final Kind kind;

    Stored(Store store, Kind kind) {
        this.store = store;
        this.kind = kind;
    }

    /** The object of the call's path, or Stripe's 404. */
    JsonObject get(ApiRequest request) {
        return store.find(kind, request.id()).orElseThrow(() -> StripeError.missing(label(), request.id()));
    }

    JsonObject list(ApiRequest request, Predicate<JsonObject> filter) {
        return ListPage.of(store.ids(kind, filter), id -> store.get(kind, id), request);
    }

    /** Those whose field is what the parameter of the same name says; all when it was not sent. */
    static Predicate<JsonObject> same(ApiRequest request, String field) {
        Optional<String> wanted = request.form().text(field);
        return object -> wanted.isEmpty() || Json.has(object, field, wanted.get());
    }

    private String label() {
        return kind.object();
    }
}
