package com.operatoros.payments.payment;

import java.util.UUID;

/**
 * The right to carry an operation on.
 *
 * @param fence grows with each claim, so that an owner who woke up late can be told apart
 */
record Lease(UUID operationId, long fence) {}
