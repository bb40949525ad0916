package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Form;

/** Stripe's rule for metadata: what is sent is merged, an empty value removes its key, an empty hash removes all. */
final class MetadataChange {

    private static final String METADATA = "metadata";

    private MetadataChange() {}

    static void apply(JsonObject object, Form form) {
        if (form.clears(METADATA)) {
            object.add(METADATA, new JsonObject());
        }
        JsonObject metadata = object.getAsJsonObject(METADATA);
        form.entries(METADATA).forEach((key, value) -> {
            if (value.isEmpty()) {
                metadata.remove(key);
            } else {
                metadata.addProperty(key, value);
            }
        });
    }
}
