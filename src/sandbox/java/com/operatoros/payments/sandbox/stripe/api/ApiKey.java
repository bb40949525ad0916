package com.operatoros.payments.sandbox.stripe.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the key of a call: any test key is good, since there is only one account. */
final class ApiKey {

    private static final Pattern TEST_KEY = Pattern.compile("(sk|rk)_test_\\S+");

    private ApiKey() {}

    static void check(Optional<String> authorization) {
        String key = authorization.flatMap(ApiKey::read).orElseThrow(ApiKey::none);
        if (!TEST_KEY.matcher(key).matches()) {
            throw StripeError.unauthorized("Invalid API Key provided: " + masked(key));
        }
    }

    private static Optional<String> read(String header) {
        String[] parts = header.trim().split(" +", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(parts[1]);
            case "basic" -> basic(parts[1]);
            default -> Optional.empty();
        };
    }

    private static Optional<String> basic(String encoded) {
        try {
            String credentials = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return Optional.of(credentials.split(":", 2)[0]).filter(key -> !key.isEmpty());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static StripeError none() {
        return StripeError.unauthorized("You did not provide an API key. You need to provide your API key in the"
                + " Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
    }

    private static String masked(String key) {
        return key.length() <= 12 ? "****" : key.substring(0, 8) + "****" + key.substring(key.length() - 4);
    }
}
