package com.operatoros.payments.payment.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is to bring a payment to its client, as whoever mails it sees it.
 *
 * @param isRefused whether it will never be sent
 * @param since when it was asked for
 * @param trouble why it is not done
 */
public record SendingView(
        boolean isRefused, Instant since, @Nullable String trouble) {

    static SendingView of(Operation operation) {
        return new SendingView(
                operation.state() == OperationState.REFUSED,
                operation.createdAt(),
                operation.lastError().orElse(null));
    }
}
