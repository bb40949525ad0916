package com.operatoros.payments.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with places: {@code {{name}}} is filled with escaped text, {@code {{{name}}}} with ready HTML. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    private final String text;

    private Template(String text) {
        this.text = text;
    }

    /** The template in this file beside the class. */
    static Template load(String file) {
        try (InputStream stream = Template.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("no file " + file);
            }
            return new Template(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The HTML with these values; a place without a value is an error in the program. */
    String fill(Map<String, String> values) {
        return PLACE.matcher(text).replaceAll(place -> {
            String name = Optional.ofNullable(place.group(1)).orElse(place.group(2));
            String value = Optional.ofNullable(values.get(name))
                    .orElseThrow(() -> new IllegalStateException("no value for " + name));
            return Matcher.quoteReplacement(place.group(1) == null ? escape(value) : value);
        });
    }

    /** Text as HTML, good in elements and in quoted attributes; its lines stay lines. */
    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("\n", "<br>");
    }
}
