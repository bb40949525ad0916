package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Optional;

/** What a control was sent makes no sense. */
final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadInput(String message) {
        super(message);
    }

    /** A text the control cannot do without. */
    static String required(JsonObject input, String field) {
        return Json.text(input, field)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new BadInput("\"" + field + "\" is missing"));
    }

    /** An amount in minor units; empty when it was not sent. */
    static Optional<Long> amount(JsonObject input, String field) {
        JsonElement amount = input.get(field);
        if (amount == null || amount.isJsonNull()) {
            return Optional.empty();
        }
        if (!amount.isJsonPrimitive() || !amount.getAsString().matches("[1-9]\\d{0,11}")) {
            throw new BadInput("\"" + field + "\" must be a whole number of minor units");
        }
        return Optional.of(amount.getAsLong());
    }
}
