package com.operatoros.payments.payment.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds what was asked of the gateway and is not done yet; it joins the caller's transaction. */
@ApplicationScoped
public class OpenOperations {
    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** Whether something that was asked of the gateway for this payment is not done yet. */
    public boolean isBusy(UUID paymentId) {
        return find(paymentId).isPresent();
    }

    /** Whether the gateway is just being asked for a link or an invoice. */
    public boolean isMakingPayable(UUID paymentId) {
        return find(paymentId)
                .filter(operation -> operation.kind().makesPayable())
                .isPresent();
    }

    /** Those of which something that was asked of the gateway is not done yet. */
    public Set<UUID> busy(Collection<UUID> paymentIds) {
        return paymentIds.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createQuery(
                                "select o.paymentId from Operation o where o.paymentId in :ids and o.state in ('open', 'waiting')",
                                UUID.class)
                        .setParameter("ids", paymentIds)
                        .getResultList());
    }

    /** Those of which something does not go on by itself, since the gateway does not accept our key for it. */
    public Set<UUID> stuck(Collection<UUID> paymentIds) {
        return paymentIds.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createQuery(
                                "select o.paymentId from Operation o where o.paymentId in :ids and o.state = 'open'"
                                        + " and o.tries.deniedKey is not null",
                                UUID.class)
                        .setParameter("ids", paymentIds)
                        .getResultList());
    }

    Optional<Operation> find(UUID paymentId) {
        return entities.createQuery(
                        "select o from Operation o where o.paymentId = :id and o.state in ('open', 'waiting')",
                        Operation.class)
                .setParameter("id", paymentId)
                .getResultStream()
                .findFirst();
    }
}
