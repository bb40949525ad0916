package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;

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
}
