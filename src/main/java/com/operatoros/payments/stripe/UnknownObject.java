package com.operatoros.payments.stripe;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.operatoros.payments.gateway.ObjectKind;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object of an event that the SDK can't read, as of a future version: only whose it may be is taken from it. */
final class UnknownObject {

    private static final Map<String, ObjectKind> OWN_ID = Map.of(
            "checkout.session", ObjectKind.CHECKOUT_SESSION,
            "payment_intent", ObjectKind.PAYMENT_INTENT,
            "payment_link", ObjectKind.PAYMENT_LINK,
            "invoice", ObjectKind.INVOICE,
            "credit_note", ObjectKind.CREDIT_NOTE,
            "charge", ObjectKind.CHARGE,
            "refund", ObjectKind.REFUND,
            "dispute", ObjectKind.DISPUTE);

    private static final Map<String, ObjectKind> REFERENCES = Map.of(
            "payment_intent", ObjectKind.PAYMENT_INTENT,
            "payment_link", ObjectKind.PAYMENT_LINK,
            "invoice", ObjectKind.INVOICE,
            "charge", ObjectKind.CHARGE);

    private UnknownObject() {}

    /** Adds the ids that it carries, and finds the payment that it names. */
    static Optional<UUID> read(String json, Map<ObjectKind, String> ids) {
        JsonElement element = JsonParser.parseString(json);
        if (!element.isJsonObject()) {
            return Optional.empty();
        }
        JsonObject object = element.getAsJsonObject();
        REFERENCES.forEach((field, kind) -> StripeEventReader.addId(ids, kind, text(object, field)));
        ObjectKind kind = OWN_ID.get(String.valueOf(text(object, "object")));
        if (kind != null) {
            StripeEventReader.addId(ids, kind, text(object, "id"));
        }
        JsonElement metadata = object.get("metadata");
        String named = metadata != null && metadata.isJsonObject()
                ? text(metadata.getAsJsonObject(), Metadata.PAYMENT_ID)
                : null;
        return named == null ? Optional.empty() : Metadata.findPaymentId(Map.of(Metadata.PAYMENT_ID, named));
    }

    static @Nullable String text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        boolean isText = value != null
                && value.isJsonPrimitive()
                && value.getAsJsonPrimitive().isString();
        return isText ? value.getAsString() : null;
    }
}
