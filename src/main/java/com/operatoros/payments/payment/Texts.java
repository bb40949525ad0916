package com.operatoros.payments.payment;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The texts of the message bundle in one language. */
public final class Texts {

    /** The name of the bundle. */
    public static final String BUNDLE = "com.operatoros.payments.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts as people of a place read them. */
    public static Texts in(Locale locale) {
        return new Texts(locale);
    }

    /** The texts of JSON, logs and rows that are stored as words. */
    public static Texts english() {
        return new Texts(Locale.ENGLISH);
    }

    /** The text of a key, with the values put in. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** What is wrong with a field, in words. */
    public String get(FieldError error) {
        return get(error.key(), error.values().toArray());
    }

    /** A line of the history in words. */
    public String get(HistoryEntry entry) {
        String value = entry.textValue();
        return value == null ? get(entry.textKey()) : get(entry.textKey(), value);
    }

    /** Why a payment failed, for the admin: our sentence for a known code, else the gateway's own words. */
    public String reason(Failure failure) {
        return find("decline." + failure.code())
                .orElse(failure.message().isBlank() ? get("decline.unknown") : failure.message());
    }

    /** What the admin can do about a failure. */
    public String advice(Failure failure) {
        return find("decline." + failure.code() + ".advice").orElseGet(() -> get("decline.unknown.advice"));
    }

    private Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }
}
