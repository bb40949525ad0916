package com.operatoros.payments.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Finds what is due, for a transaction that claims it (rule X2). */
@ApplicationScoped
public class DueRows {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private Clock clock;

    /**
     * Locks the row that has been due longest and that nobody holds.
     *
     * @param id the column that decides between rows that are due since the same moment
     */
    public <E> Optional<E> lockNext(Class<E> entity, String table, String id) {
        List<?> found = entities.createNativeQuery(
                        "select * from " + table + " where state = 'queued' and next_at <= ?1 order by next_at, " + id
                                + " limit 1 for update skip locked",
                        entity)
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList();
        return found.stream().map(entity::cast).findFirst();
    }
}
