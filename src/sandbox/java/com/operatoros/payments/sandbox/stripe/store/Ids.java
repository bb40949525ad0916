package com.operatoros.payments.sandbox.stripe.store;

import java.security.SecureRandom;

/** Random ids in the manner of Stripe: a prefix and letters and digits. */
public final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new id; those of checkout sessions are longer, as Stripe's are. */
    public static String next(String prefix) {
        return switch (prefix) {
            case "cs_test_" -> prefix + "a1" + random(56);
            case "cus_", "prod_" -> prefix + random(14);
            case "req_" -> prefix + random(14);
            default -> prefix + "1" + random(23);
        };
    }

    /** Letters and digits without a prefix. */
    public static String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
