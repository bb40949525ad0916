package com.operatoros.payments.gateway;

/**
 * The gateway's report names one payment and carries the ids of another, so nothing was changed; told as a CDI event
 * inside the transaction.
 *
 * @param evidence the id of the event
 */
public record ContradictoryReport(String evidence, String type) {}
