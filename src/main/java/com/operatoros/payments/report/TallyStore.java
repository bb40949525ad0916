package com.operatoros.payments.report;

import com.operatoros.payments.sql.Sql;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps the tallies small. */
@Stateless
public class TallyStore {

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    /** Puts rows of one kind together. */
    public void tidy() {
        // The function tells nothing, but a query has to.
        Sql.of(entities, "select cast(tally_up() as text)").one(row -> row);
    }
}
