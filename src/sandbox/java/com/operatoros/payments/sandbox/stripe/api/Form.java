package com.operatoros.payments.sandbox.stripe.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters with nested brackets, such as {@code line_items[0][price_data][currency]=usd}: texts and forms by name. */
public final class Form {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Form() {}

    /** Reads an encoded form or query. */
    public static Form parse(String encoded) {
        Form form = new Form();
        FormDecoding.decode(encoded, form::set);
        return form;
    }

    private void set(List<String> path, String value) {
        String name = path.get(0).isEmpty() ? String.valueOf(values.size()) : path.get(0);
        if (path.size() == 1) {
            values.put(name, value);
        } else if (values.computeIfAbsent(name, absent -> new Form()) instanceof Form nested) {
            nested.set(path.subList(1, path.size()), value);
        } else {
            throw StripeError.invalid(null, name, "Invalid object: " + name + " is given both as text and as a hash.");
        }
    }

    /** The names of all that was sent. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The raw value: a text or a form; absent when it was not sent. */
    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether it was sent, be it empty. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Whether it was sent empty, which clears what it names. */
    public boolean clears(String name) {
        return "".equals(values.get(name));
    }

    /** A text that was sent and is not empty. */
    public Optional<String> text(String name) {
        return value(name)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }

    /** A text that the route's fields require. */
    public String requiredText(String name) {
        return text(name)
                .orElseThrow(
                        () -> StripeError.invalid("parameter_missing", name, "Missing required param: " + name + "."));
    }

    /** An integer; the route's fields have checked that it is one. */
    public Optional<Long> integer(String name) {
        return text(name).map(Long::valueOf);
    }

    /** A boolean; the route's fields have checked that it is one. */
    public Optional<Boolean> flag(String name) {
        return text(name).map(Boolean::valueOf);
    }

    /** A nested form. */
    public Optional<Form> child(String name) {
        return value(name).filter(Form.class::isInstance).map(Form.class::cast);
    }

    /** The forms of a list. */
    public List<Form> children(String name) {
        return child(name).stream()
                .flatMap(list -> list.values.values().stream())
                .filter(Form.class::isInstance)
                .map(Form.class::cast)
                .toList();
    }

    /** The texts of a list. */
    public List<String> texts(String name) {
        return child(name).stream()
                .flatMap(list -> list.values.values().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The texts of a hash, by name. */
    public Map<String, String> entries(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        child(name).ifPresent(hash -> hash.values.forEach((key, value) -> entries.put(key, String.valueOf(value))));
        return entries;
    }

    /** The same text for the same parameters, whatever their order. */
    String canonical() {
        StringBuilder text = new StringBuilder("{");
        values.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            text.append(quoted(entry.getKey())).append('=');
            text.append(entry.getValue() instanceof Form nested ? nested.canonical() : quoted(entry.getValue()));
        });
        return text.append('}').toString();
    }

    private static String quoted(Object text) {
        String value = String.valueOf(text);
        return value.length() + ":" + value;
    }
}
