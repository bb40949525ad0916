package com.operatoros.payments.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as the gateway's customer.
 *
 * @param email in lower case
 * @param introducedBy the first payment that needed it, whose id stands in the key of the call that makes it
 * @param attempt how often a key was needed
 * @param customerId null until the gateway has answered
 */
record Customer(
        String email,
        boolean live,
        UUID introducedBy,
        int attempt,
        @Nullable String customerId) {

    /** Whoever needs this customer sends the same request with the same key. */
    String idempotencyKey() {
        return introducedBy + ":" + Step.CREATE_CUSTOMER.code() + ":" + attempt;
    }
}
