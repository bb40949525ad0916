package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Optional;

/** Replaces ids by their objects where {@code expand[]} asks for it, such as {@code data.payment_intent.latest_charge}. */
final class Expansion {

    private static final int DEEPEST = 4;

    private final Store store;
    private final List<Included> included;

    Expansion(Store store, List<Included> included) {
        this.store = store;
        this.included = included;
    }

    JsonObject expand(JsonObject answer, Form form) {
        for (String path : form.texts("expand")) {
            List<String> fields = List.of(path.split("\\."));
            if (fields.size() > DEEPEST || fields.isEmpty()) {
                throw cannot(path);
            }
            expand(answer, fields, path);
        }
        return answer;
    }

    private void expand(JsonObject object, List<String> fields, String path) {
        String field = fields.get(0);
        JsonElement value = replaced(object, field, path);
        List<String> rest = fields.subList(1, fields.size());
        if (rest.isEmpty() || value.isJsonNull()) {
            return;
        }
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(element -> expand(element.getAsJsonObject(), rest, path));
        } else if (value.isJsonObject()) {
            expand(value.getAsJsonObject(), rest, path);
        } else {
            throw cannot(path);
        }
    }

    private JsonElement replaced(JsonObject object, String field, String path) {
        JsonElement value = Optional.ofNullable(object.get(field))
                .or(() -> included(object, field))
                .orElseThrow(() -> cannot(path));
        if (!value.isJsonPrimitive()) {
            object.add(field, value);
            return value;
        }
        String id = value.getAsString();
        JsonObject found = Kind.ofId(id).flatMap(kind -> store.find(kind, id)).orElseThrow(() -> cannot(path));
        object.add(field, found);
        return found;
    }

    /** Line items are part of a link and a session only when they are asked for. */
    private Optional<JsonElement> included(JsonObject object, String field) {
        return Json.text(object, "id")
                .filter(id -> field.equals("line_items"))
                .flatMap(id -> store.find(Kind.LINE_ITEMS, id))
                .map(items -> items.get("list"))
                .or(() -> included.stream()
                        .flatMap(one -> one.read(object, field).stream())
                        .findFirst());
    }

    private static StripeError cannot(String path) {
        return StripeError.invalid(null, "expand", "This property cannot be expanded (" + path + ").");
    }
}
