package com.operatoros.payments.client;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.payment.Payment;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Finds what a client may see, who knows nothing but the unguessable token of one payment. */
@Stateless
@TransactionAttribute(SUPPORTS)
public class ClientAccess {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** Finds the payment that a client was given the address of. */
    public Optional<Payment> find(String payToken) {
        return entities.createQuery("select p from Payment p where p.origin.payToken = :token", Payment.class)
                .setParameter("token", payToken)
                .getResultStream()
                .findFirst();
    }

    /** Finds a payment that another one points at. */
    public Optional<Payment> find(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }
}
