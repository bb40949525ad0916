package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Who pays: what a person types beside the card or the IBAN.
 *
 * @param customer the customer the payment belongs to; null for a guest
 */
public record Payer(
        String email, @Nullable String name, @Nullable String customer) {

    /** A payer who is nobody's customer. */
    public static Payer guest(String email, @Nullable String name) {
        return new Payer(email, name, null);
    }

    /** The same person paying as this customer. */
    public Payer as(@Nullable String newCustomer) {
        return new Payer(email, name, newCustomer);
    }

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
