package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form a payer fills in, the same on every page that can be paid on. */
record PaymentForm(String action, String amount, JsonArray methods) {

    private static final Template FORM = Template.load("form.html");
    private static final Template METHOD = Template.load("method.html");
    private static final Map<String, String> METHODS = Map.of("card", "Card", "sepa_debit", "SEPA Direct Debit");
    private static final String[] FIELDS = {"email", "cardNumber", "cardExpiry", "cardCvc", "billingName", "iban"};

    /** The form with what was typed and what is wrong with it, as HTML. */
    String fill(TypedPayment typed, Map<String, String> errors) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("amount", amount);
        values.put("action", action);
        values.put("methods", radios(typed));
        values.put("email", typed.email());
        values.put("expiry", typed.expiry());
        values.put("name", typed.name());
        values.put("iban", typed.iban());
        for (String field : FIELDS) {
            values.put(field + "State", state(field, errors));
            values.put(field + "Error", error(field, errors));
        }
        return FORM.fill(values);
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

    private String radios(TypedPayment typed) {
        String chosen = offers(typed) ? typed.method() : methods.get(0).getAsString();
        StringBuilder radios = new StringBuilder();
        for (JsonElement method : methods) {
            String type = method.getAsString();
            radios.append(METHOD.fill(Map.of(
                    "type",
                    type,
                    "label",
                    METHODS.getOrDefault(type, type),
                    "checked",
                    type.equals(chosen) ? "checked" : "")));
        }
        return radios.toString();
    }

    private static String state(String field, Map<String, String> errors) {
        return errors.containsKey(field) ? "aria-invalid=\"true\" aria-describedby=\"" + field + "-error\"" : "";
    }

    private static String error(String field, Map<String, String> errors) {
        String text = errors.get(field);
        return text == null
                ? ""
                : "<p class=\"error\" role=\"alert\" id=\"" + field + "-error\">" + Template.escape(text) + "</p>";
    }
}
