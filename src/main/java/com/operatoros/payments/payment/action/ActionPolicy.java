package com.operatoros.payments.payment.action;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.operation.OpenOperations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
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
        return allowed(List.of(payment), EnumSet.of(action))
                .getOrDefault(payment.id(), Set.of())
                .contains(action);
    }

    /** Which of these actions can be taken about each of these payments, by their ids. */
    Map<UUID, Set<PaymentAction>> allowed(Collection<Payment> payments, Set<PaymentAction> wanted) {
        List<UUID> ids = payments.stream().map(Payment::id).toList();
        Set<UUID> busy = operations.busy(ids);
        Set<UUID> stuck = busy.isEmpty() ? Set.of() : operations.stuck(ids);
        return payments.stream()
                .collect(Collectors.toMap(
                        Payment::id,
                        payment ->
                                allowed(payment, wanted, busy.contains(payment.id()), stuck.contains(payment.id()))));
    }

    /** With the keys of one mode nothing can be done about the payments of the other. */
    private Set<PaymentAction> allowed(Payment payment, Set<PaymentAction> wanted, boolean isBusy, boolean isStuck) {
        boolean isOutOfReach = payment.isLive() != profile.isLive();
        Set<PaymentAction> allowed = EnumSet.noneOf(PaymentAction.class);
        wanted.stream()
                .filter(action -> action.isAllowed(payment, isOutOfReach || isBusy))
                .forEach(allowed::add);
        if (isStuck && !isOutOfReach) {
            // Of what is still being created nothing is at the gateway yet that could be withdrawn there.
            boolean isCreation = payment.status() == PaymentStatus.CREATING;
            allowed.add(isCreation ? PaymentAction.CANCEL : PaymentAction.GIVE_UP);
        }
        allowed.retainAll(wanted);
        return allowed;
    }
}
