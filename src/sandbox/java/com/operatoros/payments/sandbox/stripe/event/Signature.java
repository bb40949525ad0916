package com.operatoros.payments.sandbox.stripe.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header {@code Stripe-Signature}: HMAC-SHA256 of "time.body" with the whole secret, its {@code whsec_} included. */
final class Signature {

    private Signature() {}

    /** Several secrets, separated by commas while one is being rolled, make several v1. */
    static String header(String secrets, long time, String body) {
        StringBuilder header = new StringBuilder("t=").append(time);
        for (String secret : secrets.split(",", -1)) {
            header.append(",v1=").append(hmac(secret.trim(), time + "." + body));
        }
        return header.toString();
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
