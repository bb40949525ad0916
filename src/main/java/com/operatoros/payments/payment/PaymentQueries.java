package com.operatoros.payments.payment;

import static jakarta.ejb.TransactionAttributeType.SUPPORTS;

import com.operatoros.payments.money.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads one payment for the admin. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(SUPPORTS)
public class PaymentQueries {
    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    public Optional<Payment> find(UUID id) {
        return Optional.ofNullable(entities.find(Payment.class, id));
    }

    /** Those of these ids, in their order. */
    public List<Payment> find(Collection<UUID> ids) {
        Map<UUID, Payment> found = new HashMap<>();
        if (!ids.isEmpty()) {
            entities.createQuery("select p from Payment p where p.id in :ids", Payment.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(payment -> found.put(payment.id(), payment));
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /**
     * What can still be given back to the client at the gateway.
     *
     * @throws PaymentNotFound when there is none of this id
     */
    public Money refundable(UUID id) {
        return find(id).orElseThrow(() -> new PaymentNotFound(id)).facts().refundable();
    }

    /**
     * What is still to come, as long as it is waited for.
     *
     * @throws PaymentNotFound when there is none of this id
     */
    public Money outstanding(UUID id) {
        return find(id).orElseThrow(() -> new PaymentNotFound(id)).facts().outstanding();
    }

    /**
     * Whether it is a link.
     *
     * @throws PaymentNotFound when there is none of this id
     */
    public boolean isLink(UUID id) {
        return find(id).orElseThrow(() -> new PaymentNotFound(id)).bill().isLink();
    }

    /** The history of a payment, oldest first. */
    public List<HistoryEntry> history(UUID id) {
        return entities.createQuery(
                        "select h from HistoryEntry h where h.paymentId = :id order by h.at, h.id", HistoryEntry.class)
                .setParameter("id", id)
                .getResultList();
    }
}
