package com.operatoros.payments.sandbox.stripe.hosted;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A small form by which a person uses a control: its fields and its one button. */
final class HandForm {

    private static final Template FORM = Template.load("hand-form.html");
    private static final Template HIDDEN = Template.load("hand-hidden.html");
    private static final Template AMOUNT = Template.load("hand-amount.html");
    private static final Template CHECK = Template.load("hand-check.html");
    private static final Template SELECT = Template.load("hand-select.html");
    private static final Template OPTION = Template.load("hand-option.html");

    private final String control;
    private final StringBuilder fields = new StringBuilder();

    private HandForm(String control) {
        this.control = control;
    }

    /** Uses the control of this name on this object. */
    static HandForm of(String control, String field, String id) {
        return new HandForm(control).hidden(field, id);
    }

    HandForm hidden(String name, String value) {
        fields.append(HIDDEN.fill(Map.of("name", name, "value", value)));
        return this;
    }

    HandForm amount(String label, boolean required) {
        fields.append(AMOUNT.fill(Map.of("label", label, "state", required ? "required" : "")));
        return this;
    }

    HandForm check(String name, String label) {
        fields.append(CHECK.fill(Map.of("name", name, "label", label)));
        return this;
    }

    HandForm select(String name, String label, List<String> values) {
        String options = values.stream()
                .map(value -> OPTION.fill(Map.of("value", value, "text", value.replace('_', ' '))))
                .collect(Collectors.joining());
        fields.append(SELECT.fill(Map.of("name", name, "label", label, "options", options)));
        return this;
    }

    /** The form; a screen reader hears at the button what it is about. */
    String button(String label, String about) {
        return FORM.fill(Map.of("control", control, "fields", fields.toString(), "button", label, "about", about));
    }
}
