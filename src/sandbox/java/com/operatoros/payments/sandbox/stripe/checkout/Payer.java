package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import org.jspecify.annotations.Nullable;

/** Who pays: what a person types beside the card or the IBAN. */
public record Payer(String email, @Nullable String name) {

    JsonObject billingDetails() {
        JsonObject details = Shape.part("charge").getAsJsonObject("billing_details");
        details.addProperty("email", email);
        details.addProperty("name", name);
        return details;
    }

    JsonObject customerDetails() {
        JsonObject details = Shape.part("customer_details");
        details.addProperty("email", email);
        details.addProperty("name", name);
        return details;
    }
}
