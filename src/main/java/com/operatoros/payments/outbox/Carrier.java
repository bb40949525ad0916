package com.operatoros.payments.outbox;

import com.operatoros.payments.text.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Carries what is due in an outbox to its receiver, a few at once and in threads of their own (rules X2 and X3). */
final class Carrier<T> {

    private static final Logger LOG = System.getLogger(Carrier.class.getName());

    /** So that one that hangs does not hold the others up. */
    static final int AT_ONCE = 4;

    private final Outbox<T> outbox;
    private final Executor executor;
    private final Patience patience;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicBoolean isInTrouble = new AtomicBoolean();

    /**
     * How long it is tried to record an end.
     *
     * @param limit as long as the lease lasts
     */
    record Patience(Duration limit, Duration pause) {
        static final Patience OF_A_LEASE = new Patience(Lease.LENGTH, Duration.ofSeconds(2));
    }

    Carrier(Outbox<T> outbox, Executor executor, Patience patience) {
        this.outbox = outbox;
        this.executor = executor;
        this.patience = patience;
    }

    /** Ends what takes too long, and carries what is due. */
    void tick() {
        outbox.cutOverdue();
        carryDue();
    }

    /** Carries what is due, in another thread. */
    void carryDueSoon() {
        start(this::carryDue);
    }

    /** Starts as many as there are free places; each that ends looks for the next. */
    void carryDue() {
        while (places.tryAcquire()) {
            Optional<Lease<T>> lease = claim();
            if (lease.isEmpty() || !start(() -> carry(lease.get()))) {
                places.release();
                return;
            }
        }
    }

    private boolean start(Runnable work) {
        try {
            executor.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            // The server is stopping; another node or the next start finds the row by its lease.
            LOG.log(Level.DEBUG, "No thread for the outbox", e);
            return false;
        }
    }

    private Optional<Lease<T>> claim() {
        try {
            Optional<Lease<T>> lease = outbox.claimNext();
            isInTrouble.set(false);
            return lease;
        } catch (RuntimeException e) {
            // Said once, since the timer comes again all the time.
            Level level = isInTrouble.getAndSet(true) ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "The outbox cannot be read: " + outbox.name(), e);
            return Optional.empty();
        }
    }

    private void carry(Lease<T> lease) {
        try {
            Handover end = handOver(lease);
            log(lease, end);
            record(lease, end);
        } finally {
            places.release();
        }
        carryDue();
    }

    private Handover handOver(Lease<T> lease) {
        try {
            return outbox.handOver(lease);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Cannot be written: {0} {1}", outbox.name(), lease.what());
            LOG.log(Level.ERROR, "The reason", e);
            return Handover.later(Message.of("outbox.unwritable", e.getClass().getSimpleName()));
        }
    }

    /** Tells nothing that the receiver said: it may name an address (rule X6). */
    private void log(Lease<T> lease, Handover end) {
        Level level = end.kind() == Handover.Kind.REFUSED ? Level.WARNING : Level.INFO;
        LOG.log(level, "Attempt {0} at {1} {2}: {3}", lease.number(), outbox.name(), lease.what(), end.kind());
    }

    /** Tries as long as the lease lasts: what was taken must not be handed over again because the database was away. */
    private void record(Lease<T> lease, Handover end) {
        long limit = System.nanoTime() + patience.limit().toNanos();
        while (true) {
            try {
                outbox.record(lease, end);
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "The end cannot be recorded yet: {0} {1}", outbox.name(), lease.what());
                if (System.nanoTime() - limit > 0 || Thread.currentThread().isInterrupted()) {
                    LOG.log(Level.ERROR, "Given up", e);
                    return;
                }
                LockSupport.parkNanos(patience.pause().toNanos());
            }
        }
    }
}
