package com.operatoros.payments.payment.operation;

import com.operatoros.payments.gateway.CallOutcome;
import com.operatoros.payments.gateway.PaymentGateway;
import com.operatoros.payments.payment.Payment;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Carries a leased operation on, step by step, with no transaction open while the gateway is asked (rule O2). */
@ApplicationScoped
public class OperationRunner {

    private static final Logger LOG = System.getLogger(OperationRunner.class.getName());

    /** What is left must do for connecting and for an answer. */
    private static final Duration SHORTEST_CALL = Duration.ofSeconds(3);

    /** Less than the ten seconds that a person is made to wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);

    @EJB
    private OperationStore store;

    @Inject
    private PaymentGateway gateway;

    @Inject
    private Clock clock;

    /** Carries one out while an admin waits; the payment is as it was, if the database is gone. */
    public OperationEnd carryOut(Payment payment, Lease lease) {
        run(lease, clock.instant().plus(PATIENCE));
        return end(payment, lease.operationId());
    }

    /** Tries once more, while an admin waits, what our key was not accepted for; false where nothing is stuck. */
    public boolean retry(UUID paymentId) {
        Optional<Lease> stuck = store.claimStuck(paymentId);
        stuck.ifPresent(lease -> run(lease, clock.instant().plus(PATIENCE)));
        return stuck.isPresent();
    }

    /** Carries out the withdrawal of a payment and then the creation of its correction while an admin waits. */
    public OperationEnd carryOut(Operations.Replacement replacement) {
        Instant deadline = clock.instant().plus(PATIENCE);
        Optional<Lease> create = Optional.ofNullable(replacement.create());
        if (replacement.cancel() != null) {
            run(replacement.cancel(), deadline);
            create = store.claimAfter(replacement.cancel().operationId());
        }
        create.ifPresent(lease -> run(lease, deadline));
        return end(replacement.payment(), replacement.operationId());
    }

    private OperationEnd end(Payment payment, UUID operationId) {
        try {
            return store.end(operationId);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Operation " + operationId + " can't be read", e);
            return new OperationEnd(payment, OperationState.OPEN, null);
        }
    }

    /**
     * Goes on until the operation has ended, trouble stops it or time is over; what is left is for recovery.
     *
     * @return false when the gateway could not be asked, so that asking more of it now is pointless
     */
    boolean run(Lease lease, Instant deadline) {
        try {
            return goOn(lease, deadline);
        } catch (RuntimeException e) {
            // As after a crash: everything that was recorded holds, and recovery asks again with the same key.
            LOG.log(Level.ERROR, "Operation " + lease.operationId() + " is left to recovery", e);
            stumbled(lease, e);
            return false;
        }
    }

    /** So that it is tried more and more seldom, and told about, even if it can never succeed. */
    private void stumbled(Lease lease, RuntimeException trouble) {
        try {
            store.stumbled(lease, trouble.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Nor can that be recorded", e);
        }
    }

    private boolean goOn(Lease lease, Instant deadline) {
        while (true) {
            if (left(deadline).compareTo(SHORTEST_CALL) < 0) {
                store.release(lease);
                return true;
            }
            Optional<StepCall> call = store.next(lease, left(deadline));
            if (call.isEmpty()) {
                return true;
            }
            CallOutcome outcome = ask(call.get(), deadline);
            if (!store.record(lease, call.get(), outcome)) {
                return !outcome.isUnknown() && !outcome.isDenial();
            }
        }
    }

    private CallOutcome ask(StepCall call, Instant deadline) {
        StepInput input = call.input();
        if (call.isLook()) {
            return call.step().look(gateway, input);
        }
        CallOutcome outcome = call.step().perform(gateway, input);
        return outcome.isRefusal() && call.step().refusalMayMeanDone() ? judge(outcome, call, deadline) : outcome;
    }

    /** The gateway refuses to do again what is done. */
    private CallOutcome judge(CallOutcome refusal, StepCall call, Instant deadline) {
        if (left(deadline).compareTo(SHORTEST_CALL) < 0) {
            return CallOutcome.unknown("Stripe refused, and there was no time to ask why");
        }
        CallOutcome seen = call.step().look(gateway, call.input().within(left(deadline)));
        return seen.isNotDone() ? refusal : seen;
    }

    private Duration left(Instant deadline) {
        return Duration.between(clock.instant(), deadline);
    }
}
