package com.operatoros.payments.payment;

import java.time.Instant;

/**
 * The right of one node to carry out an operation for a while.
 *
 * @param fence grows with each lease of the operation, so that an owner who woke up late can be told apart
 */
record Lease(String owner, Instant until, long fence) {}
