package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.operatoros.payments.sandbox.stripe.api.Form;

/** Takes parameters over into an object's fields of the same names. */
final class Copying {

    private Copying() {}

    /** Texts; an empty one clears the field. */
    static void texts(JsonObject object, Form form, String... names) {
        for (String name : names) {
            if (form.has(name)) {
                object.addProperty(name, form.text(name).orElse(null));
            }
        }
    }

    /** Booleans. */
    static void flags(JsonObject object, Form form, String... names) {
        for (String name : names) {
            form.flag(name).ifPresent(value -> object.addProperty(name, value));
        }
    }

    /** Lists of texts; an empty text clears the field. */
    static void lists(JsonObject object, Form form, String... names) {
        for (String name : names) {
            if (form.has(name)) {
                object.add(name, form.clears(name) ? JsonNull.INSTANCE : array(form, name));
            }
        }
    }

    private static JsonElement array(Form form, String name) {
        JsonArray array = new JsonArray();
        form.texts(name).forEach(text -> array.add(new JsonPrimitive(text)));
        return array;
    }
}
