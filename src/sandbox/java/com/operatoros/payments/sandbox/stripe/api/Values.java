package com.operatoros.payments.sandbox.stripe.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the rules have in common: the plain forms of a value and the errors about them. */
final class Values {

    private static final int LONGEST_KEY = 40;
    private static final int LONGEST_VALUE = 500;

    private Values() {}

    static String text(String param, Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw StripeError.invalid(null, param, "Invalid string: " + param + " is given as a hash.");
    }

    static boolean isInteger(String text) {
        try {
            Long.parseLong(text);
            return text.matches("-?\\d+");
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static StripeError empty(String param) {
        String message =
                "You passed an empty string for '" + param + "'. We assume empty values are an attempt to unset"
                        + " a parameter; however '" + param + "' cannot be unset. You should remove '" + param
                        + "' from your request or supply a non-empty value.";
        return StripeError.invalid("parameter_invalid_empty", param, message);
    }

    static Map<String, String> entries(String param, Object value) {
        if (!(value instanceof Form form)) {
            throw StripeError.invalid(null, param, "Invalid object");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        form.names()
                .forEach(name -> entries.put(
                        name, text(param + "[" + name + "]", form.value(name).orElse(""))));
        return entries;
    }

    static void checkMetadata(String param, String key, String value) {
        if (key.length() > LONGEST_KEY) {
            String message = "Metadata keys can have up to 40 characters, but you passed in a key that is "
                    + key.length() + " characters. Invalid key: " + key;
            throw StripeError.invalid(null, param, message);
        }
        if (value.length() > LONGEST_VALUE) {
            String message = "Metadata values can have up to 500 characters, but you passed in a value that is "
                    + value.length() + " characters. Invalid value: " + value;
            throw StripeError.invalid(null, param + "[" + key + "]", message);
        }
    }
}
