package com.operatoros.payments.reconcile;

import com.operatoros.payments.payment.operation.Recovery;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Looks every two seconds, on every node, for what was left half-made (rule R1). */
@Singleton
@DependsOn("Startup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RecoveryWorker {

    private static final Logger LOG = System.getLogger(RecoveryWorker.class.getName());

    @EJB
    private Recovery recovery;

    @PostConstruct
    void begin() {
        recovery.forgetDenials();
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void recover() {
        try {
            recovery.run();
        } catch (RuntimeException e) {
            // A timer that fails is given up by the container; a database that is away now may be back in a moment.
            LOG.log(Level.WARNING, "Recovery could not look: {0}", e.toString());
        }
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void forget() {
        try {
            recovery.forgetOldRequests();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Old requests are not forgotten yet: {0}", e.toString());
        }
    }
}
