package com.operatoros.payments.payment.operation;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Changes operations in the database of a running server. */
@Stateless
public class OperationFixtures {
    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** Another node takes the operation, and keeps it. */
    public void overtake(UUID operationId) {
        Instant later = Clock.systemUTC().instant().plus(Duration.ofHours(1));
        entities.find(Operation.class, operationId, LockModeType.PESSIMISTIC_WRITE)
                .claim("another node", later);
    }
}
