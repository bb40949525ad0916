package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One page of a list in Stripe's shape, cut out by {@code limit}, {@code starting_after} and {@code ending_before}. */
public final class ListPage {

    private static final int MOST = 100;
    private static final long USUAL = 10;

    private ListPage() {}

    /** The page that the call asks for of the objects with these ids, which are in the list's order. */
    public static JsonObject of(List<String> ids, Function<String, JsonObject> reader, ApiRequest request) {
        Form form = request.form();
        int limit = limit(form);
        if (form.has("ending_before")) {
            int end = indexOf(ids, form, "ending_before");
            int start = Math.max(0, end - limit);
            return list(read(ids.subList(start, end), reader), start > 0, request.path());
        }
        int start = form.has("starting_after") ? indexOf(ids, form, "starting_after") + 1 : 0;
        int end = Math.min(ids.size(), start + limit);
        return list(read(ids.subList(start, end), reader), end < ids.size(), request.path());
    }

    /** The same of objects that are at hand. */
    public static JsonObject ofAll(List<JsonObject> objects, ApiRequest request) {
        Map<String, JsonObject> byId = new LinkedHashMap<>();
        objects.forEach(object -> byId.put(Json.requiredText(object, "id"), object));
        return of(List.copyOf(byId.keySet()), byId::get, request);
    }

    private static int limit(Form form) {
        long limit = form.integer("limit").orElse(USUAL);
        if (limit > MOST) {
            throw StripeError.invalid("parameter_invalid_integer", "limit", "Limit cannot exceed 100");
        }
        return (int) limit;
    }

    private static int indexOf(List<String> ids, Form form, String cursor) {
        String id = form.requiredText(cursor);
        int index = ids.indexOf(id);
        if (index < 0) {
            throw StripeError.missing("object", id, cursor);
        }
        return index;
    }

    private static List<JsonObject> read(List<String> ids, Function<String, JsonObject> reader) {
        return ids.stream().map(reader).toList();
    }

    /** A list in Stripe's shape, such as one inside an object, of these objects and perhaps more. */
    public static JsonObject list(List<JsonObject> objects, boolean hasMore, String url) {
        JsonArray data = new JsonArray();
        objects.forEach(data::add);
        JsonObject list = new JsonObject();
        list.addProperty("object", "list");
        list.add("data", data);
        list.addProperty("has_more", hasMore);
        list.addProperty("url", url);
        return list;
    }
}
