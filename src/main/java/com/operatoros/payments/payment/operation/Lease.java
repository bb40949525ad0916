package com.operatoros.payments.payment.operation;

import java.util.UUID;

/**
 * The right to carry an operation on.
 *
 * @param fence grows with each claim, so that an owner who woke up late can be told apart
 */
public record Lease(UUID operationId, long fence) {}
