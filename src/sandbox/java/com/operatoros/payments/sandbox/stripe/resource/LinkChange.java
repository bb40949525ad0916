package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Shape;

/** Takes the parameters of {@link LinkFields} over into a payment link. */
final class LinkChange {

    private LinkChange() {}

    static void apply(JsonObject link, Form form) {
        Copying.texts(
                link,
                form,
                "billing_address_collection",
                "customer_creation",
                "inactive_message",
                "payment_method_collection",
                "submit_type");
        Copying.flags(link, form, "allow_promotion_codes");
        Copying.lists(link, form, "payment_method_types");
        MetadataChange.apply(link, form);
        form.child("after_completion").ifPresent(completion -> link.add("after_completion", completion(completion)));
        form.child("phone_number_collection")
                .ifPresent(phone -> Copying.flags(link.getAsJsonObject("phone_number_collection"), phone, "enabled"));
        form.child("custom_text").ifPresent(text -> applyText(link.getAsJsonObject("custom_text"), text));
        form.child("payment_intent_data").ifPresent(data -> applyIntentData(link, data));
        if (form.has("restrictions")) {
            link.add("restrictions", restrictions(link, form));
        }
    }

    private static JsonObject completion(Form form) {
        String type = form.requiredText("type");
        JsonObject part = new JsonObject();
        Form details = form.child(type).orElseGet(() -> Form.parse(""));
        if (type.equals("redirect")) {
            part.addProperty("url", details.requiredText("url"));
        } else {
            part.addProperty("custom_message", details.text("custom_message").orElse(null));
        }
        JsonObject completion = new JsonObject();
        completion.add(type, part);
        completion.addProperty("type", type);
        return completion;
    }

    private static void applyText(JsonObject customText, Form form) {
        for (String place : customText.deepCopy().keySet()) {
            if (form.has(place)) {
                JsonObject text = new JsonObject();
                form.child(place).ifPresent(given -> Copying.texts(text, given, "message"));
                customText.add(place, form.clears(place) ? JsonNull.INSTANCE : text);
            }
        }
    }

    private static void applyIntentData(JsonObject link, Form form) {
        JsonObject data = Json.object(link, "payment_intent_data").orElseGet(() -> Shape.part("payment_intent_data"));
        Copying.texts(
                data,
                form,
                "capture_method",
                "description",
                "statement_descriptor",
                "statement_descriptor_suffix",
                "transfer_group");
        MetadataChange.apply(data, form);
        link.add("payment_intent_data", data);
    }

    private static JsonElement restrictions(JsonObject link, Form form) {
        if (form.clears("restrictions")) {
            return JsonNull.INSTANCE;
        }
        long limit = form.child("restrictions")
                .flatMap(restrictions -> restrictions.child("completed_sessions"))
                .flatMap(sessions -> sessions.integer("limit"))
                .orElseThrow(() -> StripeError.invalid(null, "restrictions", "Invalid object"));
        JsonObject sessions = Json.object(link, "restrictions")
                .map(restrictions ->
                        restrictions.getAsJsonObject("completed_sessions").deepCopy())
                .orElseGet(LinkChange::nothingCompleted);
        sessions.addProperty("limit", limit);
        JsonObject restrictions = new JsonObject();
        restrictions.add("completed_sessions", sessions);
        return restrictions;
    }

    private static JsonObject nothingCompleted() {
        JsonObject sessions = new JsonObject();
        sessions.addProperty("count", 0);
        return sessions;
    }
}
