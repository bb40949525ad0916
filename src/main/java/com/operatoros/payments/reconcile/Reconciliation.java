package com.operatoros.payments.reconcile;

import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.payment.operation.OperationRunner;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Compares our records with Stripe's when the admin asks for it; that may take as long as Stripe needs to answer. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class Reconciliation {

    @EJB
    private SweepStore store;

    @Inject
    private Sweep sweep;

    @Inject
    private Sync sync;

    @Inject
    private OperationRunner runner;

    @Inject
    private Clock clock;

    /**
     * Asks Stripe how one payment stands, and tries once more what our key was not accepted for, since that may have changed.
     *
     * @throws com.operatoros.payments.payment.PaymentNotFound when there is none of this id
     */
    public SyncResult sync(UUID id) {
        SyncResult known = sync.run(id, Evidence.ofObjects());
        return runner.retry(id) ? sync.run(id, Evidence.ofObjects()) : known;
    }

    /** Compares everything with Stripe, and tells what remains when that is done; nothing while others are at it for too long. */
    public Optional<DriftReport> sweep() {
        boolean isDone = sweep.runInTurn(() -> SweepPlan.onDemand(clock.instant()));
        return isDone ? Optional.of(store.report()) : Optional.empty();
    }

    /** What the last sweeps have left to a person. */
    public DriftReport report() {
        return store.report();
    }
}
