package com.operatoros.payments.request;

import com.operatoros.payments.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
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
        return Sql.of(
                        entities,
                        "update request_key set payment_id = ?3"
                                + " where admin = ?1 and key = ?2 and payment_id is null and answer is null",
                        by.admin(),
                        by.requestKey(),
                        paymentId)
                .execute();
    }

    /** Removes the keys that are of no use any more. */
    public void forgetOld() {
        Sql.of(
                        entities,
                        "delete from request_key where created_at < ?1",
                        clock.instant().minus(KEPT))
                .execute();
    }
}
