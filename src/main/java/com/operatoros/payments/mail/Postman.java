package com.operatoros.payments.mail;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Carries due mails to the mail server, a few at once and in threads of their own (rules M2 and M3). */
@ApplicationScoped
public class Postman {

    private static final Logger LOG = System.getLogger(Postman.class.getName());

    /** So that one that hangs does not hold the others up. */
    private static final int AT_ONCE = 4;

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private OutboxRecords records;

    @Inject
    private MailServer server;

    @Inject
    private MailSettings settings;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicBoolean isInTrouble = new AtomicBoolean();

    void on(@Observes(during = AFTER_SUCCESS) MailQueued queued) {
        start(this::carryDue);
    }

    /** Starts as many due mails as there are free places; each that ends looks for the next. */
    void carryDue() {
        while (places.tryAcquire()) {
            Optional<Claim> claim = claim();
            if (claim.isEmpty() || !start(() -> carry(claim.get()))) {
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
            // The server is stopping; another node or the next start finds the mail by its lease.
            LOG.log(Level.DEBUG, "No thread for the mail", e);
            return false;
        }
    }

    private Optional<Claim> claim() {
        try {
            Optional<Claim> claim = Optional.empty();
            if (settings.isConfigured()) {
                claim = records.claimNext();
            } else {
                records.endWithoutServer();
            }
            isInTrouble.set(false);
            return claim;
        } catch (RuntimeException e) {
            // Said once, since the timer comes again all the time.
            Level level = isInTrouble.getAndSet(true) ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "The outbox cannot be read", e);
            return Optional.empty();
        }
    }

    private void carry(Claim claim) {
        try {
            Delivery delivery = deliver(claim);
            LOG.log(
                    delivery instanceof Delivery.Refused ? Level.WARNING : Level.INFO,
                    "Mail {0}, attempt {1}: {2}",
                    claim.mailId(),
                    claim.attempt(),
                    delivery.getClass().getSimpleName());
            record(claim, delivery);
        } finally {
            places.release();
        }
        carryDue();
    }

    private Delivery deliver(Claim claim) {
        try {
            LetterWriter.Result written = records.write(claim);
            Letter letter = written.letter();
            return letter == null ? new Delivery.Dropped(written.pointless()) : server.deliver(letter);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Mail {0} cannot be written", claim.mailId());
            LOG.log(Level.ERROR, "The reason", e);
            return new Delivery.Later(
                    "The mail cannot be written: " + e.getClass().getSimpleName());
        }
    }

    /** Tries as long as the lease lasts: a mail that was sent must not be sent again because the database was away. */
    private void record(Claim claim, Delivery delivery) {
        long end = System.nanoTime() + OutboxRecords.LEASE.toNanos();
        while (true) {
            try {
                records.record(claim, delivery);
                return;
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "What became of mail {0} cannot be recorded yet", claim.mailId());
                if (System.nanoTime() - end > 0) {
                    LOG.log(Level.ERROR, "Given up", e);
                    return;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
