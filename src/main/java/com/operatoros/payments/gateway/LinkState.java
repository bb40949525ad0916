package com.operatoros.payments.gateway;

/**
 * A payment link's state at the gateway.
 *
 * @param active whether its page takes payments
 * @param used whether it has been paid as often as it may be
 */
public record LinkState(boolean active, boolean used) {}
