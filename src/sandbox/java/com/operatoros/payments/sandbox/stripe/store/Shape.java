package com.operatoros.payments.sandbox.stripe.store;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Blank objects of Stripe's shapes, read from the folder {@code shape}: every field that must be there, mostly null. */
public final class Shape {

    private static final Map<String, JsonObject> BLANKS = new ConcurrentHashMap<>();

    private Shape() {}

    /** A blank object of this kind under a new id. */
    public static JsonObject blank(Kind kind) {
        JsonObject object = part(kind.object());
        object.addProperty("id", kind.newId());
        return object;
    }

    /** A blank part of an object, such as the card of a payment method. */
    public static JsonObject part(String name) {
        return BLANKS.computeIfAbsent(name, Shape::load).deepCopy();
    }

    private static JsonObject load(String name) {
        try (InputStream file = Shape.class.getResourceAsStream("../shape/" + name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("no shape " + name);
            }
            return Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .orElseThrow(() -> new IllegalStateException("shape " + name + " is not JSON"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
