package com.operatoros.payments.sandbox.stripe.hosted;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small form by which a person uses a control: its fields and its one button. */
final class HandForm {

    private final String control;
    private final List<Hidden> hidden = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private @Nullable Check check;

    /** A form as its template shows it; a screen reader hears at the button what it is about. */
    record Shown(
            String control,
            List<Hidden> hidden,
            List<Choice> choices,
            List<Text> texts,
            @Nullable Check check,
            String button,
            String about) {}

    record Hidden(String name, String value) {}

    record Choice(String name, String label, List<Option> options) {}

    record Option(String value, String text) {}

    record Text(String name, String label, String pattern, boolean required) {}

    record Check(String name, String label) {}

    private HandForm(String control) {
        this.control = control;
    }

    /** Uses the control of this name on this object. */
    static HandForm of(String control, String field, String id) {
        return new HandForm(control).hidden(field, id);
    }

    HandForm hidden(String name, String value) {
        hidden.add(new Hidden(name, value));
        return this;
    }

    HandForm choice(String name, String label, List<String> values) {
        choices.add(new Choice(
                name,
                label,
                values.stream()
                        .map(value -> new Option(value, value.replace('_', ' ')))
                        .toList()));
        return this;
    }

    HandForm amount(String label, boolean required) {
        return text("amount", label, "[1-9][0-9]{0,11}", required);
    }

    HandForm text(String name, String label, String pattern, boolean required) {
        texts.add(new Text(name, label, pattern, required));
        return this;
    }

    HandForm check(String name, String label) {
        check = new Check(name, label);
        return this;
    }

    Shown button(String label, String about) {
        return new Shown(control, hidden, choices, texts, check, label, about);
    }
}
