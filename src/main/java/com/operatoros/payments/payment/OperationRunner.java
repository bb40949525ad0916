package com.operatoros.payments.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Carries a claimed operation on, step by step, with no transaction open while the gateway is asked (rule P7). */
@ApplicationScoped
class OperationRunner {

    private static final Logger LOG = System.getLogger(OperationRunner.class.getName());

    /** What is left must do for connecting and for an answer. */
    private static final Duration SHORTEST_CALL = Duration.ofSeconds(3);

    @EJB
    private OperationRecords records;

    @Inject
    private PaymentGateway gateway;

    @Inject
    private Clock clock;

    /**
     * Goes on until the operation has ended, trouble stops it or time is over; what is left is for recovery.
     *
     * @return false when the gateway could not be asked, so that asking more of it now is pointless
     */
    boolean run(Claim claim, Instant deadline) {
        try {
            return goOn(claim, deadline);
        } catch (RuntimeException e) {
            // As after a crash: everything that was recorded holds, and recovery asks again with the same key.
            LOG.log(Level.ERROR, "Operation " + claim.operationId() + " is left to recovery", e);
            stumbled(claim, e);
            return false;
        }
    }

    /** So that it is tried more and more seldom, and told about, even if it can never succeed. */
    private void stumbled(Claim claim, RuntimeException trouble) {
        try {
            records.stumbled(claim, trouble.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Nor can that be recorded", e);
        }
    }

    private boolean goOn(Claim claim, Instant deadline) {
        while (true) {
            if (left(deadline).compareTo(SHORTEST_CALL) < 0) {
                records.release(claim);
                return true;
            }
            Optional<Task> task = records.next(claim, left(deadline));
            if (task.isEmpty()) {
                return true;
            }
            StepOutcome outcome = ask(task.get(), deadline);
            if (!records.record(claim, task.get(), outcome)) {
                return !(outcome instanceof StepOutcome.Unknown);
            }
        }
    }

    private StepOutcome ask(Task task, Instant deadline) {
        StepContext context = task.context();
        if (task.isLook()) {
            return task.step().look(gateway, context);
        }
        StepOutcome outcome = task.step().perform(gateway, context);
        if (outcome instanceof StepOutcome.Refused && task.step().refusalMayMeanDone()) {
            if (left(deadline).compareTo(SHORTEST_CALL) < 0) {
                return StepOutcome.unknown("Stripe refused, and there was no time to ask why");
            }
            StepOutcome seen = task.step().look(gateway, context.within(left(deadline)));
            return seen instanceof StepOutcome.NotDone ? outcome : seen;
        }
        return outcome;
    }

    private Duration left(Instant deadline) {
        return Duration.between(clock.instant(), deadline);
    }
}
