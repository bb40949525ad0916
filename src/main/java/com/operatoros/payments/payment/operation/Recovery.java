package com.operatoros.payments.payment.operation;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;
import static jakarta.ejb.TransactionAttributeType.REQUIRED;

import com.operatoros.payments.request.RequestKeys;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Finishes what was begun: after a crash, after trouble of the gateway, on whatever node comes first (rule O2). */
@Stateless
@TransactionAttribute(NOT_SUPPORTED)
public class Recovery {

    /** Shorter than the lease, which is renewed before each call. */
    private static final Duration LIMIT = Duration.ofSeconds(12);

    @EJB
    private OperationStore store;

    @Inject
    private OperationRunner runner;

    @Inject
    private RequestKeys keys;

    @Inject
    private Clock clock;

    /** Removes what nobody will ask for again. */
    @TransactionAttribute(REQUIRED)
    public void forgetOldRequests() {
        keys.forgetOld();
    }

    /** What a key was not accepted for may be tried once more: the settings have just been read. */
    public void forgetDenials() {
        store.forgetDenials();
    }

    /** Carries on what is due and held by nobody; stops early when the gateway can't be asked. */
    public void run() {
        boolean goesOn = true;
        while (goesOn) {
            Optional<Lease> lease = store.claimNext();
            goesOn =
                    lease.isPresent() && runner.run(lease.get(), clock.instant().plus(LIMIT));
        }
    }
}
