package com.operatoros.payments.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether something can be done about a payment now. */
@ApplicationScoped
class ActionPolicy {

    @Inject
    private PaymentLedger ledger;

    @Inject
    private PaymentGateway gateway;

    /** With the keys of one mode nothing can be done about the payments of the other. */
    boolean allows(Payment payment, PaymentAction action) {
        boolean isOutOfReach = payment.isLive() != gateway.isLive();
        return action.isAllowed(payment, isOutOfReach || ledger.isBusy(payment.id()));
    }
}
