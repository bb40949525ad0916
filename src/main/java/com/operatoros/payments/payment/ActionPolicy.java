package com.operatoros.payments.payment;

import com.operatoros.payments.business.BillingProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether something can be done about a payment now. */
@ApplicationScoped
class ActionPolicy {

    @Inject
    private PaymentLedger ledger;

    @Inject
    private BillingProfile profile;

    /** With the keys of one mode nothing can be done about the payments of the other. */
    boolean allows(Payment payment, PaymentAction action) {
        return allows(payment, action, ledger.isBusy(payment.id()));
    }

    boolean allows(Payment payment, PaymentAction action, boolean isBusy) {
        boolean isOutOfReach = payment.isLive() != profile.isLive();
        return action.isAllowed(payment, isOutOfReach || isBusy);
    }
}
