package com.operatoros.payments.sandbox.stripe.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code a[b][c]=d} as the path a, b, c and the value d. */
final class FormDecoding {

    private static final Pattern NAME = Pattern.compile("([^\\[\\]]+)((?:\\[[^\\[\\]]*])*)");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final int DEEPEST = 12;

    private FormDecoding() {}

    static void decode(String encoded, BiConsumer<List<String>, String> setter) {
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                setter.accept(path(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StripeError.invalid(null, null, "Invalid request: malformed encoding in the parameters.");
        }
    }

    private static List<String> path(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw unknown(name);
        }
        List<String> path = new ArrayList<>(List.of(matcher.group(1)));
        BRACKET.matcher(matcher.group(2)).results().forEach(bracket -> path.add(bracket.group(1)));
        if (path.size() > DEEPEST) {
            throw unknown(path.get(0));
        }
        return path;
    }

    private static StripeError unknown(String name) {
        return StripeError.invalid("parameter_unknown", name, "Received unknown parameter: " + name);
    }
}
