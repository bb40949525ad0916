package com.operatoros.payments.sandbox.stripe.api;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The parameters of a call, or of a hash inside it: what is required, what is allowed, and the rule of each. */
public final class Fields implements Rule {

    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    private Fields() {}

    /** No parameters yet. */
    public static Fields none() {
        return new Fields();
    }

    /** The parameters of every list of Stripe's, expansion included. */
    public static Fields page() {
        return none().expand()
                .optional("limit", Rule.integer(1))
                .optional("starting_after", Rule.text())
                .optional("ending_before", Rule.text());
    }

    /** Allows {@code expand[]}, as every call does. */
    public Fields expand() {
        return optional("expand", Rule.list(Rule.text()));
    }

    /** Adds one that must be there. */
    public Fields required(String name, Rule rule) {
        required.add(name);
        return optional(name, rule);
    }

    /** Adds one that may be there. */
    public Fields optional(String name, Rule rule) {
        rules.put(name, rule);
        return this;
    }

    @Override
    public void check(String param, Object value) {
        if (!(value instanceof Form form)) {
            throw StripeError.invalid(null, param, "Invalid object");
        }
        check(form, param);
    }

    void check(Form form) {
        check(form, "");
    }

    private void check(Form form, String prefix) {
        for (String name : form.names()) {
            Rule rule = rules.get(name);
            if (rule == null) {
                String param = nested(prefix, name);
                throw StripeError.invalid("parameter_unknown", param, "Received unknown parameter: " + param);
            }
            rule.check(nested(prefix, name), form.value(name).orElse(""));
        }
        for (String name : required) {
            if (!form.has(name)) {
                String param = nested(prefix, name);
                throw StripeError.invalid("parameter_missing", param, "Missing required param: " + param + ".");
            }
        }
    }

    private static String nested(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "[" + name + "]";
    }
}
