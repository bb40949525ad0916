package com.operatoros.payments.payment.operation;

import com.operatoros.payments.payment.Payment;
import org.jspecify.annotations.Nullable;

/**
 * An operation's end, or where it stands after all that could be done while somebody waited.
 *
 * @param trouble why it is not done, or was refused
 */
public record OperationEnd(
        Payment payment, OperationState state, @Nullable String trouble) {}
