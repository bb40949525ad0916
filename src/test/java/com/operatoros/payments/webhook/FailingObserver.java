package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.PaymentChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Stands for anything that goes wrong in the transaction after the payment has been moved. */
@ApplicationScoped
public class FailingObserver {

    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();

    void on(@Observes PaymentChanged change) {
        if (failing.contains(change.paymentId())) {
            throw new IllegalStateException("the test makes this fail");
        }
    }

    public void failFor(UUID payment) {
        failing.add(payment);
    }

    public void recover(UUID payment) {
        failing.remove(payment);
    }
}
