package com.operatoros.payments.webhook;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Looks every two seconds, on every node, for events that have failed and are due again (rule W10). */
@Singleton
@DependsOn("Startup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventRetryWorker {

    private static final Logger LOG = System.getLogger(EventRetryWorker.class.getName());

    @Inject
    private EventRetry events;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void retry() {
        try {
            events.retryDue();
        } catch (RuntimeException e) {
            // A timer that fails is given up by the container; a database that is away now may be back in a moment.
            LOG.log(Level.WARNING, "Events that have failed could not be tried again: {0}", e.toString());
        }
    }
}
