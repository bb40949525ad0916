package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form a payer fills in, the same on every page that can be paid on. */
record PaymentForm(String action, String amount, JsonArray methods) {

    private static final Map<String, String> METHODS =
            Map.of("card", "Card", "sepa_debit", "SEPA Direct Debit", "customer_balance", "Bank transfer");
    private static final List<String> FIELDS =
            List.of("email", "cardNumber", "cardExpiry", "cardCvc", "billingName", "iban");

    private record Method(String type, String label, boolean checked) {}

    /** What the template shows: the form with what was typed and, at each field, what is wrong with it or null. */
    Map<String, Object> values(TypedPayment typed, Map<String, String> errors) {
        Map<String, @Nullable String> errorOfEach = new HashMap<>();
        FIELDS.forEach(field -> errorOfEach.put(field, errors.get(field)));
        return Map.of(
                "action", action,
                "amount", amount,
                "methods", methods(typed),
                "typed", typed,
                "errors", errorOfEach);
    }

    /** Whether this can be paid with what was chosen. */
    boolean offers(TypedPayment typed) {
        for (JsonElement type : methods) {
            if (type.getAsString().equals(typed.method())) {
                return true;
            }
        }
        return false;
    }

    private List<Method> methods(TypedPayment typed) {
        String chosen = offers(typed) ? typed.method() : methods.get(0).getAsString();
        return methods.asList().stream()
                .map(JsonElement::getAsString)
                .map(type -> new Method(type, METHODS.getOrDefault(type, type), type.equals(chosen)))
                .toList();
    }
}
