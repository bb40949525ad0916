package com.operatoros.payments.gateway;

import org.jspecify.annotations.Nullable;

/**
 * A report of the gateway that somebody suspects something of a payment; there may be several of one payment, and each is over once.
 *
 * @param suspicionId identifies it
 * @param intentId whose money it is about; null where the gateway does not say
 * @param isOpen whether there is still something to do about it
 * @param words the gateway's code of what is suspected; null where it tells none
 */
public record SuspicionReport(
        String suspicionId,
        SuspicionKind kind,
        @Nullable IntentId intentId,
        boolean isOpen,
        @Nullable String words) {}
