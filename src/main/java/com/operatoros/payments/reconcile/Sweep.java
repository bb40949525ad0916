package com.operatoros.payments.reconcile;

import com.operatoros.payments.reconcile.SweepStore.Lease;
import com.operatoros.payments.stripe.StripeEvent;
import com.operatoros.payments.stripe.StripeFeed;
import com.operatoros.payments.stripe.StripeUnreachable;
import com.operatoros.payments.webhook.EventInbox;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Compares all payments with Stripe: events that were missed, refunds and disputes, then each payment (rule R3). Long
 * since one sweep reads events, refunds and payments in turn, each of which may be cut short.
 */
@ApplicationScoped
class Sweep {

    private static final Logger LOG = System.getLogger(Sweep.class.getName());

    /** Stripe keeps events no longer. */
    private static final Duration KEPT = Duration.ofDays(30);

    /** Events may appear in the list a while after their time, and the clocks may differ. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private static final Duration PIECE = Duration.ofHours(6);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    @EJB
    private SweepStore store;

    @EJB
    private EventInbox inbox;

    @Inject
    private StripeFeed feed;

    @Inject
    private Sync sync;

    @Inject
    private Clock clock;

    /** Sweeps, unless another node is at it. */
    void run(SweepPlan plan) {
        store.claim().ifPresent(lease -> sweep(plan, lease));
    }

    /**
     * Waits until nobody else sweeps, and then sweeps.
     *
     * @return false when it never was our turn
     */
    boolean runInTurn(Supplier<SweepPlan> plan) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<Lease> lease = store.claim();
        while (lease.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            lease = store.claim();
        }
        lease.ifPresent(taken -> sweep(plan.get(), taken));
        return lease.isPresent();
    }

    private void sweep(SweepPlan plan, Lease lease) {
        SweepRun run = new SweepRun(plan, lease);
        try {
            readRefundsAndDisputes(run);
            readEvents(run);
            ask(run, store.open(plan));
            ask(run, store.ended(plan));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The sweep was broken off", e);
            run.failed(e.getClass().getSimpleName());
        }
        Optional<String> trouble = run.trouble();
        if (trouble.isEmpty() && run.isCut()) {
            store.release(lease);
        } else if (trouble.isPresent()) {
            LOG.log(Level.WARNING, "The sweep could not ask everything: {0}", trouble.get());
            store.fail(lease, trouble.get());
        } else {
            store.finish(lease);
        }
    }

    private void readEvents(SweepRun run) {
        Instant start = run.lease().startedAt();
        try {
            // In pieces, since the neighbours' events of a month may be many.
            for (Instant since = since(run.lease()); since.isBefore(start); since = since.plus(PIECE)) {
                Instant next = since.plus(PIECE);
                boolean isLast = !next.isBefore(start);
                if (!isRead(run, feed.events(since, isLast ? null : next))) {
                    return;
                }
                // The list of refunds and disputes begins where the events have been read.
                if (run.trouble().isEmpty()) {
                    store.eventsRead(run.lease(), isLast ? start : next);
                }
            }
        } catch (StripeUnreachable e) {
            run.failed(e.trouble());
        }
    }

    private boolean isRead(SweepRun run, List<StripeEvent> events) {
        // A payment need not be locked for what it knows.
        Set<String> taken = inbox.taken(events.stream().map(StripeEvent::id).toList());
        for (StripeEvent event : events) {
            if (!run.goesOn(clock.instant(), store::extend)) {
                return false;
            }
            if (!taken.contains(event.id()) && !run.plan().evidence().isTooNew(event.created())) {
                recover(event);
            }
        }
        return run.goesOn(clock.instant(), store::extend);
    }

    /** An event that can't be taken must not hold up the others; the payment itself is asked about as well. */
    private void recover(StripeEvent event) {
        try {
            inbox.recover(event);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Event " + event.id() + " (" + event.type() + ") could not be taken", e);
        }
    }

    private void readRefundsAndDisputes(SweepRun run) {
        try {
            ask(run, store.owners(feed.refundsAndDisputes(readUntil(run.lease()))));
        } catch (StripeUnreachable e) {
            run.failed(e.trouble());
        }
    }

    private Instant since(Lease lease) {
        Instant oldest = lease.startedAt().minus(KEPT);
        Instant next = readUntil(lease);
        return next.isBefore(oldest) ? oldest : next;
    }

    private Instant readUntil(Lease lease) {
        Instant read = lease.readUntil();
        return (read == null ? store.firstPayment() : read).minus(OVERLAP);
    }

    private void ask(SweepRun run, Collection<UUID> payments) {
        for (UUID payment : payments) {
            if (!run.goesOn(clock.instant(), store::extend)) {
                return;
            }
            run.asked(payment, () -> sync.run(payment, run.plan().evidence()));
        }
    }
}
