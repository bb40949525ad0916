package com.operatoros.payments.stripe;

import org.jspecify.annotations.Nullable;

/** Messages within Stripe's limits. */
final class StripeText {

    private StripeText() {}

    /** At most so many characters, however they are counted; no character is torn apart. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        boolean tears = Character.isHighSurrogate(text.charAt(limit - 1));
        return text.substring(0, tears ? limit - 1 : limit);
    }

    /** The database takes no NUL. */
    static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
