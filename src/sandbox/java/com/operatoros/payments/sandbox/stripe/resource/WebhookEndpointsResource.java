package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.event.WebhookEndpoints;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /v1/webhook_endpoints}; the secret is shown once, when an endpoint is made. */
public final class WebhookEndpointsResource implements Resource {

    private static final String PATH = "/v1/webhook_endpoints";
    private static final Rule VERSION =
            Rule.matching(Pattern.compile("20\\d\\d-\\d\\d-\\d\\d(\\.[a-z]+)?"), null, "Invalid API version");

    private static final Fields CREATE = Fields.none()
            .expand()
            .optional("api_version", VERSION)
            .optional("connect", Rule.flag())
            .optional("description", Rule.orEmpty(Rule.text()))
            .required("enabled_events", Rule.list(Rule.text()))
            .optional("metadata", Rule.metadata())
            .required("url", Rule.url());
    private static final Fields UPDATE = Fields.none()
            .expand()
            .optional("description", Rule.orEmpty(Rule.text()))
            .optional("disabled", Rule.flag())
            .optional("enabled_events", Rule.list(Rule.text()))
            .optional("metadata", Rule.metadata())
            .optional("url", Rule.url());

    private final Store store;
    private final Stored stored;
    private final WebhookEndpoints endpoints;

    /** The resource of these endpoints. */
    public WebhookEndpointsResource(Store store, WebhookEndpoints endpoints) {
        this.store = store;
        this.stored = new Stored(store, Kind.WEBHOOK_ENDPOINT);
        this.endpoints = endpoints;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.post(PATH, CREATE, this::create),
                Route.get(PATH, Fields.page(), this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), this::get),
                Route.post(PATH + "/{id}", UPDATE, this::update),
                Route.delete(PATH + "/{id}", Fields.none(), this::delete));
    }

    private JsonObject create(ApiRequest request) {
        JsonObject endpoint = endpoints.draft();
        Copying.texts(endpoint, request.form(), "api_version");
        apply(endpoint, request.form());
        return endpoint;
    }

    private void apply(JsonObject endpoint, Form form) {
        Copying.texts(endpoint, form, "description", "url");
        Copying.lists(endpoint, form, "enabled_events");
        MetadataChange.apply(endpoint, form);
        form.flag("disabled").ifPresent(disabled -> endpoint.addProperty("status", disabled ? "disabled" : "enabled"));
        store.put(Kind.WEBHOOK_ENDPOINT, endpoint);
    }

    private JsonObject get(ApiRequest request) {
        return WebhookEndpoints.withoutSecret(stored.get(request));
    }

    private JsonObject update(ApiRequest request) {
        JsonObject endpoint = stored.get(request);
        apply(endpoint, request.form());
        return WebhookEndpoints.withoutSecret(endpoint);
    }

    private JsonObject delete(ApiRequest request) {
        stored.get(request);
        store.remove(Kind.WEBHOOK_ENDPOINT, request.id());
        JsonObject deleted = new JsonObject();
        deleted.addProperty("id", request.id());
        deleted.addProperty("object", Kind.WEBHOOK_ENDPOINT.object());
        deleted.addProperty("deleted", true);
        return deleted;
    }

    private JsonObject list(ApiRequest request) {
        List<String> ids = store.ids(Kind.WEBHOOK_ENDPOINT, endpoint -> true);
        return ListPage.of(ids, id -> WebhookEndpoints.withoutSecret(store.get(Kind.WEBHOOK_ENDPOINT, id)), request);
    }
}
