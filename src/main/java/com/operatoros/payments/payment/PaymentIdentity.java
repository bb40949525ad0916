package com.operatoros.payments.payment;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/** A new payment's names: for us, for people, and for the client. */
record PaymentIdentity(UUID id, String reference, String payToken, boolean livemode) {

    /** That of a payment which does not exist yet. */
    static PaymentIdentity unknown(boolean livemode) {
        return new PaymentIdentity(UUID.randomUUID(), "OP-…", "…", livemode);
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 24;

    static PaymentIdentity create(long number, boolean livemode) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String payToken = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        return new PaymentIdentity(UUID.randomUUID(), "OP-" + number, payToken, livemode);
    }
}
