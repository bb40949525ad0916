package com.operatoros.payments.payment;

/** The foreign system that takes the money. */
public interface PaymentGateway {

    /**
     * Asks for a payment link that can be paid once. It answers within ten seconds and throws nothing: what is not
     * known is an outcome of its own.
     *
     * @param idempotencyKey the same key makes the same link, however often it is sent within a day
     */
    LinkOutcome createLink(LinkRequest request, String idempotencyKey);

    /** Whether real money moves. */
    boolean isLive();
}
