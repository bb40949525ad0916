package com.operatoros.payments.payment.operation;

import org.jspecify.annotations.Nullable;

/**
 * An operation that is not done yet, as far as an admin may know of it.
 *
 * @param code what was asked, as a part of the keys of its texts, such as {@code cancel_link}
 * @param trouble why it is not done; null when nothing went wrong so far
 * @param isStuck whether nothing goes on by itself
 */
public record OperationView(String code, @Nullable String trouble, boolean isStuck) {

    static OperationView of(Operation operation) {
        return new OperationView(
                operation.kind().code(),
                operation.lastError().orElse(null),
                operation.tries().isDenied());
    }
}
