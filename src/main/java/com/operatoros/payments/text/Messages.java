package com.operatoros.payments.text;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of the message bundle in one language. */
public final class Messages {

    /** The name of the bundle. */
    public static final String BUNDLE = "com.operatoros.payments.messages";

    private static final Pattern CODE = Pattern.compile("\\w+");

    private final ResourceBundle bundle;
    private final Locale locale;
    private final ZoneId zone;

    private Messages(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts as people of a place read them. */
    public static Messages in(Locale locale) {
        return new Messages(locale, ZoneOffset.UTC);
    }

    /** The texts of JSON, files and logs (rule T3). */
    public static Messages english() {
        return in(Locale.ENGLISH);
    }

    /** The same with the times of a zone; without one they are those of UTC. */
    public Messages at(ZoneId place) {
        return new Messages(locale, place);
    }

    /** In which zone times are told. */
    ZoneId zone() {
        return zone;
    }

    /** Who reads them, and how amounts and times are written. */
    public Locale locale() {
        return locale;
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The text of a key, with the values put in. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /**
     * Why a payment failed, for the admin only: our sentence for a known code, else the gateway's own words.
     *
     * @param code the decline code, else the error code
     * @param words empty where the gateway gave none
     */
    public String reason(@Nullable String code, String words) {
        return find("decline", code, "")
                .or(() -> find("refusal", code, ""))
                .orElse(words.isBlank() ? get("decline.unknown") : words);
    }

    /** What the admin can do about a failure. */
    public String advice(@Nullable String code) {
        return find("decline", code, ".advice").orElseGet(() -> get("decline.unknown.advice"));
    }

    /** What the client may read: never the gateway's own words, and never that anybody suspects anything. */
    public String forClient(@Nullable String code) {
        return find("decline", code, ".client").orElseGet(() -> get("decline.unknown.client"));
    }

    /** Why a refund did not arrive, for the admin. */
    public String refundFailure(@Nullable String code) {
        return known("refund_failure", code);
    }

    /** Why a payment is disputed, for the admin. */
    public String disputeReason(@Nullable String code) {
        return known("dispute.reason", code);
    }

    /** How a dispute stands, for the admin. */
    public String disputeStatus(@Nullable String code) {
        return known("dispute.status", code);
    }

    private String known(String family, @Nullable String code) {
        return find(family, code, "").orElseGet(() -> get(family + ".unknown"));
    }

    /** A code comes from outside; one with a dot would name another text. */
    private Optional<String> find(String family, @Nullable String code, String part) {
        if (code == null || !CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        String key = family + "." + code + part;
        return bundle.containsKey(key) ? Optional.of(get(key)) : Optional.empty();
    }
}
