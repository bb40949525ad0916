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
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code /v1/events}. */
public final class EventsResource implements Resource {

    private static final String PATH = "/v1/events";
    private static final int MOST_TYPES = 20;

    private final Events events;

    /** The resource of these events. */
    public EventsResource(Events events) {
        this.events = events;
    }

    @Override
    public List<Route> routes() {
        Fields list = Fields.page()
                .optional("created", Created.rule())
                .optional("delivery_success", Rule.flag())
                .optional("type", Rule.text())
                .optional("types", Rule.list(Rule.text()));
        return List.of(
                Route.get(PATH, list, this::list),
                Route.get(PATH + "/{id}", Fields.none().expand(), this::get));
    }

    private JsonObject get(ApiRequest request) {
        return events.find(request.id()).orElseThrow(() -> StripeError.missing("event", request.id()));
    }

    private JsonObject list(ApiRequest request) {
        Predicate<JsonObject> filter =
                Created.filter(request.form()).and(types(request)).and(deliverySuccess(request));
        return ListPage.of(events.ids(filter), id -> events.find(id).orElseThrow(), request);
    }

    private Predicate<JsonObject> deliverySuccess(ApiRequest request) {
        Optional<Boolean> wanted = request.form().flag("delivery_success");
        return event -> wanted.isEmpty() || events.isDelivered(event) == wanted.get();
    }

    private static Predicate<JsonObject> types(ApiRequest request) {
        List<String> types = request.form().texts("types");
        if (types.size() > MOST_TYPES || (!types.isEmpty() && request.form().has("type"))) {
            throw StripeError.invalid(null, "types", "You may pass up to 20 types, and not both type and types.");
        }
        Optional<String> type = request.form().text("type");
        List<String> wanted = type.map(List::of).orElse(types);
        return event -> wanted.isEmpty() || wanted.stream().anyMatch(pattern -> fits(event, pattern));
    }

    private static boolean fits(JsonObject event, String pattern) {
        String type = Json.requiredText(event, "type");
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}
