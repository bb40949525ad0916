package com.operatoros.payments.sandbox.stripe.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Optional;
import java.util.function.Function;

/** A field that an object has only when {@code expand[]} asks for it, such as the payments of an invoice. */
public record Included(String object, String field, Function<JsonObject, JsonElement> reader) {

    Optional<JsonElement> read(JsonObject owner, String wanted) {
        return field.equals(wanted) && Json.has(owner, "object", object)
                ? Optional.of(reader.apply(owner))
                : Optional.empty();
    }
}
