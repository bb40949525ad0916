package com.operatoros.payments.gateway;

/**
 * The effect of an event has failed by itself; it is kept and tried again. Told as a CDI event inside the transaction that keeps it.
 *
 * @param id the id of the event
 * @param error what went wrong, in the words of the program
 */
public record FailedEvent(String id, String type, String error) {}
