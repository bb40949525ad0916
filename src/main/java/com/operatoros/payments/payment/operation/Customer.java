package com.operatoros.payments.payment.operation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as the gateway's customer.
 *
 * @param email in lower case
 * @param introducedBy the first payment that needed it, whose id stands in the key of the call that makes it
 * @param attempt how often a key was needed
 * @param keyedAt the first use of the present key
 * @param customerId null until the gateway has answered
 */
record Customer(
        String email,
        boolean live,
        UUID introducedBy,
        int attempt,
        Instant keyedAt,
        @Nullable String customerId) {

    /** Whoever needs this customer sends the same request with the same key. */
    String idempotencyKey() {
        return introducedBy + ":" + Step.CREATE_CUSTOMER.code() + ":" + attempt;
    }

    /** Whether the gateway may have forgotten the key. */
    boolean mustLook(Instant now) {
        return now.isAfter(keyedAt.plus(Tries.KEY_LIFE));
    }
}
