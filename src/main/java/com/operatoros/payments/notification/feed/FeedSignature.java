package com.operatoros.payments.notification.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Proves to OperatorOS who posts, and when (rule F5). */
final class FeedSignature {

    private static final String ALGORITHM = "HmacSHA256";

    private FeedSignature() {}

    /** The value of the header, {@code t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">}. */
    static String of(String body, String secret, Instant now) {
        long seconds = now.getEpochSecond();
        return "t=" + seconds + ",v1=" + hmac(seconds + "." + body, secret);
    }

    private static String hmac(String text, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
