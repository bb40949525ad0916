package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Locale;
import java.util.Optional;

/** What a payer changes on the page of a link before he pays: how many, a code, the currency that he sees (rule SK18). */
record Basket(Optional<Long> quantity, long discount, Optional<JsonObject> presentment) {

    static Basket of(JsonObject input) {
        Optional<JsonObject> presentment = BadInput.amount(input, "presentment_amount")
                .map(amount -> {
                    JsonObject details = new JsonObject();
                    details.addProperty("presentment_amount", amount);
                    details.addProperty(
                            "presentment_currency",
                            BadInput.required(input, "presentment_currency").toLowerCase(Locale.ROOT));
                    return details;
                });
        return new Basket(
                BadInput.amount(input, "quantity"),
                BadInput.amount(input, "discount").orElse(0L),
                presentment);
    }

    /** Changes an open session, which may ask for nothing any more. */
    void fill(JsonObject session, CheckoutSessions sessions) {
        if (quantity.isPresent() || discount > 0) {
            if (!sessions.ask(Json.requiredText(session, "id"), quantity, discount)) {
                throw new BadInput("the discount takes off more than is asked for");
            }
        }
        presentment.ifPresent(details -> sessions.present(Json.requiredText(session, "id"), details));
    }
}
