package com.operatoros.payments.payment;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Carries operations out while an admin waits, for less than the ten seconds that a person is made to wait. */
@ApplicationScoped
class AdminPatience {

    private static final Logger LOG = System.getLogger(AdminPatience.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(9);

    @EJB
    private OperationRecords records;

    @Inject
    private OperationRunner runner;

    @Inject
    private Clock clock;

    /** Carries one out, and returns the payment as it is then; as it was, if the database is gone. */
    Payment carryOut(Payment payment, Claim claim) {
        runner.run(claim, deadline());
        return standing(payment, claim.operationId()).payment();
    }

    Instant deadline() {
        return clock.instant().plus(LIMIT);
    }

    OperationRecords.Standing standing(Payment payment, UUID operationId) {
        try {
            return records.standing(operationId);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Operation " + operationId + " can't be read", e);
            return new OperationRecords.Standing(payment, OperationState.OPEN, null);
        }
    }
}
