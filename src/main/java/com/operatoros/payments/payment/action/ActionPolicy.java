package com.operatoros.payments.payment.action;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.operation.OpenOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides whether something can be done about a payment now. */
@ApplicationScoped
class ActionPolicy {
    @Inject
    private OpenOperations operations;

    @Inject
    private BillingProfile profile;

    boolean allows(Payment payment, PaymentAction action) {
        return allows(payment, action, operations.isBusy(payment.id()));
    }

    /** What can be done about each of these payments, by their ids. */
    Map<UUID, Set<PaymentAction>> allowed(Collection<Payment> payments) {
        Set<UUID> busy = operations.busy(payments.stream().map(Payment::id).toList());
        return payments.stream()
                .collect(Collectors.toMap(Payment::id, payment -> allowed(payment, busy.contains(payment.id()))));
    }

    private Set<PaymentAction> allowed(Payment payment, boolean isBusy) {
        return Arrays.stream(PaymentAction.values())
                .filter(action -> allows(payment, action, isBusy))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PaymentAction.class)));
    }

    /** With the keys of one mode nothing can be done about the payments of the other. */
    private boolean allows(Payment payment, PaymentAction action, boolean isBusy) {
        boolean isOutOfReach = payment.isLive() != profile.isLive();
        return action.isAllowed(payment, isOutOfReach || isBusy);
    }
}
