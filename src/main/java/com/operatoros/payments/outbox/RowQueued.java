package com.operatoros.payments.outbox;

/**
 * A row that waits in an outbox; told inside the transaction.
 *
 * @param outbox its name
 */
public record RowQueued(String outbox) {}
