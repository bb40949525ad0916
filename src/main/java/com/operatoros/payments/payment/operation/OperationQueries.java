package com.operatoros.payments.payment.operation;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells the admin what was asked of the gateway and is not done. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class OperationQueries {
    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private OpenOperations open;

    /** What was asked of the gateway for a payment and is not done yet, with the trouble it is in. */
    public Optional<OperationView> findOpen(UUID paymentId) {
        return open.find(paymentId).map(OperationView::of);
    }

    /** What is on its way to the client, or was refused, by the ids of these payments; the latest of each. */
    public Map<UUID, SendingView> sendings(Collection<UUID> paymentIds) {
        Map<UUID, SendingView> latest = new HashMap<>();
        if (!paymentIds.isEmpty()) {
            entities.createQuery(
                            "select o from Operation o where o.paymentId in :ids and o.state <> 'done'"
                                    + " and o.kind in ('create_link', 'create_invoice', 'send_invoice')"
                                    + " order by o.createdAt",
                            Operation.class)
                    .setParameter("ids", paymentIds)
                    .getResultStream()
                    .forEach(operation -> latest.put(operation.paymentId(), SendingView.of(operation)));
        }
        return latest;
    }
}
