package com.operatoros.payments.outbox;

import java.time.Duration;

/**
 * A right to hand something over, which ends by itself.
 *
 * @param what names it in the logs as well
 * @param number grows with each claim, so that an owner who woke up late can be told apart
 */
public record Lease<T>(T what, int number) {

    /** Longer than any call may take. */
    public static final Duration LENGTH = Duration.ofMinutes(2);
}
