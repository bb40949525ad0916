package com.operatoros.payments.payment.list;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.payment.Payment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;

/** Finds payments about which something has to be answered before it is too late. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class Deadlines {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** The payments whose dispute waits for evidence, the earliest deadline first. */
    public List<Payment> disputes(int limit) {
        List<String> waiting = Arrays.stream(DisputeState.values())
                .filter(DisputeState::needsResponse)
                .map(DisputeState::code)
                .toList();
        return entities.createQuery(
                        "select p from Payment p where p.outcome.dispute.status is not null and p.outcome.dispute.status in :waiting"
                                + " order by p.outcome.dispute.evidenceDue nulls last, p.id",
                        Payment.class)
                .setParameter("waiting", waiting)
                .setMaxResults(limit)
                .getResultList();
    }
}
