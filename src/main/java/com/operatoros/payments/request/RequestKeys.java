package com.operatoros.payments.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;

/** Notes which payment a request has touched, in the transaction that touches it: after a crash it is not done again (rule Q2). */
@ApplicationScoped
public class RequestKeys {

    /** A day, and another one for whoever looks into the table. */
    private static final Duration KEPT = Duration.ofDays(2);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /**
     * Binds a request to its payment, which can be done once.
     *
     * @throws RequestOvertaken when another has carried out the same request meanwhile
     */
    public void bind(Initiator by, UUID paymentId) {
        if (by.requestKey() != null && bindFirst(by, paymentId) == 0) {
            throw new RequestOvertaken();
        }
    }

    private int bindFirst(Initiator by, UUID paymentId) {
        return entities.createNativeQuery("update request_key set payment_id = ?3"
                        + " where admin = ?1 and key = ?2 and payment_id is null and answer is null")
                .setParameter(1, by.admin())
                .setParameter(2, by.requestKey())
                .setParameter(3, paymentId)
                .executeUpdate();
    }

    /** Removes the keys that are of no use any more. */
    public void forgetOld() {
        entities.createNativeQuery("delete from request_key where created_at < ?1")
                .setParameter(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
