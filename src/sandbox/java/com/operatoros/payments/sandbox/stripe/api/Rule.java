package com.operatoros.payments.sandbox.stripe.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a parameter's value must be like; a value is a text or a {@link Form}. */
@FunctionalInterface
public interface Rule {

    /** Throws Stripe's error when the value of the parameter does not keep the rule. */
    void check(String param, Object value);

    /** A text that is not empty, of at most 5000 characters, as most of Stripe's are. */
    static Rule text() {
        return text(5000);
    }

    /** A text that is not empty, of at most so many characters. */
    static Rule text(int longest) {
        return (param, value) -> {
            String text = Values.text(param, value);
            if (text.isEmpty()) {
                throw Values.empty(param);
            }
            if (text.codePointCount(0, text.length()) > longest) {
                throw StripeError.invalid(
                        null, param, "Invalid string: " + param + "; must be at most " + longest + " characters");
            }
        };
    }

    /** An integer of at least this. */
    static Rule integer(long least) {
        return (param, value) -> {
            String text = Values.text(param, value);
            if (!Values.isInteger(text)) {
                throw StripeError.invalid("parameter_invalid_integer", param, "Invalid integer: " + text);
            }
            if (Long.parseLong(text) < least) {
                String message = "This value must be greater than or equal to " + least + ".";
                throw StripeError.invalid("parameter_invalid_integer", param, message);
            }
        };
    }

    /** True or false. */
    static Rule flag() {
        return (param, value) -> {
            if (!Set.of("true", "false").contains(Values.text(param, value))) {
                throw StripeError.invalid(null, param, "Invalid boolean: " + value);
            }
        };
    }

    /** One of these texts. */
    static Rule oneOf(String... allowed) {
        List<String> choices = List.of(allowed);
        return (param, value) -> {
            if (!choices.contains(Values.text(param, value))) {
                String message = "Invalid " + param + ": must be one of " + String.join(", ", choices);
                throw StripeError.invalid(null, param, message);
            }
        };
    }

    /** A text in this pattern, otherwise this message. */
    static Rule matching(Pattern pattern, @Nullable String code, String message) {
        return (param, value) -> {
            if (!pattern.matcher(Values.text(param, value)).matches()) {
                throw StripeError.invalid(code, param, message + ": " + value);
            }
        };
    }

    /** An http or https address. */
    static Rule url() {
        return matching(Pattern.compile("https?://[^\\s/?#]+\\S*"), "url_invalid", "Not a valid URL");
    }

    /** A list of values that all keep this rule. */
    static Rule list(Rule element) {
        return (param, value) -> {
            if (!(value instanceof Form form)) {
                throw StripeError.invalid(null, param, "Invalid array");
            }
            form.names()
                    .forEach(name -> element.check(
                            param + "[" + name + "]", form.value(name).orElse("")));
        };
    }

    /** Stripe's metadata: 50 keys of 40 characters with values of 500; an empty text clears. */
    static Rule metadata() {
        return orEmpty((param, value) -> {
            Map<String, String> entries = Values.entries(param, value);
            if (entries.size() > 50) {
                throw StripeError.invalid(null, param, "Metadata can have up to 50 keys.");
            }
            entries.forEach((key, text) -> Values.checkMetadata(param, key, text));
        });
    }

    /** This rule, or an empty text, which clears the value. */
    static Rule orEmpty(Rule rule) {
        return (param, value) -> {
            if (!"".equals(value)) {
                rule.check(param, value);
            }
        };
    }
}
