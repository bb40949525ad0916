package com.operatoros.payments.reconcile;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Sweeps when a node has started, and every five minutes; one node at a time (rule R3). */
@Startup
@Singleton
@DependsOn("Startup")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SweepWorker {

    private static final Logger LOG = System.getLogger(SweepWorker.class.getName());

    /** The application answers first. */
    private static final Duration AFTER_START = Duration.ofSeconds(5);

    @Resource
    private TimerService timers;

    @Inject
    private Sweep sweep;

    @Inject
    private Clock clock;

    private Instant startedAt = Instant.MAX;

    @PostConstruct
    void start() {
        startedAt = clock.instant();
        timers.createSingleActionTimer(AFTER_START.toMillis(), new TimerConfig(null, false));
    }

    /** What was missed while nobody was there. */
    @Timeout
    public void catchUp() {
        try {
            // The node that died in the middle of a sweep holds its lease a little longer.
            sweep.runInTurn(() -> SweepPlan.atStart(startedAt));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The sweep could not look: {0}", e.toString());
        }
    }

    @Schedule(hour = "*", minute = "*/5", persistent = false)
    public void sweep() {
        run(SweepPlan.scheduled(clock.instant()));
    }

    private void run(SweepPlan plan) {
        try {
            sweep.run(plan);
        } catch (RuntimeException e) {
            // A timer that fails is given up by the container; a database that is away now may be back in a moment.
            LOG.log(Level.WARNING, "The sweep could not look: {0}", e.toString());
        }
    }
}
