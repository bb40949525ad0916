package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What is paid with. */
public sealed interface Instrument permits Card, Iban, Transfer {

    /** Stripe's type of payment method. */
    String type();

    /** Why the bank says no at once; empty when it pays, or takes its time. */
    default Optional<Decline> decline() {
        return Optional.empty();
    }

    /** Whether the bank asks its customer first (3-D Secure). */
    default boolean asksPayer() {
        return false;
    }

    /** The part of a payment method under its type. */
    JsonObject methodDetails();

    /** The part of a charge's details under its type. */
    JsonObject chargeDetails(long amount);

    /** The same for the same number, as Stripe's fingerprints are. */
    static String fingerprint(String number) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(number.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
