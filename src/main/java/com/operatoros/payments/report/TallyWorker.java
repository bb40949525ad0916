package com.operatoros.payments.report;

import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Tidies the tallies on every node, from the moment on when the schema is ready; one at a time does the work. */
@Singleton
@DependsOn("Startup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TallyWorker {

    private static final Logger LOG = System.getLogger(TallyWorker.class.getName());

    @EJB
    private TallyStore store;

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void tidy() {
        try {
            store.tidy();
        } catch (RuntimeException e) {
            // A timer that fails is given up by the container; the sums are right without it.
            LOG.log(Level.WARNING, "The tallies could not be tidied: {0}", e.toString());
        }
    }
}
