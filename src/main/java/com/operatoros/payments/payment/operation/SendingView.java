package com.operatoros.payments.payment.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the gateway has come with what brings a payment to its client.
 *
 * @param isRefused whether it will never be sent
 * @param since when it was asked for
 * @param trouble why it is not done
 */
public record SendingView(
        boolean isRefused, Instant since, @Nullable String trouble) {}
