package com.operatoros.payments.notification.feed;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import com.operatoros.payments.notification.NotificationWritten;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Carries due notifications to OperatorOS, a few at once and in threads of their own (rule F2). */
@ApplicationScoped
public class FeedCarrier {

    private static final Logger LOG = System.getLogger(FeedCarrier.class.getName());

    /** So that one that hangs does not hold the others up. */
    private static final int AT_ONCE = 4;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private FeedRecords records;

    @Inject
    private OperatorOsGateway gateway;

    @Inject
    private FeedSettings settings;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicBoolean isInTrouble = new AtomicBoolean();

    void on(@Observes(during = AFTER_SUCCESS) NotificationWritten notification) {
        if (settings.isOn()) {
            start(this::carryDue);
        }
    }

    /** Starts as many due posts as there are free places; each that ends looks for the next. */
    void carryDue() {
        while (settings.isOn() && places.tryAcquire()) {
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
            // The server is stopping; another node or the next start finds the post by its lease.
            LOG.log(Level.DEBUG, "No thread for the feed", e);
            return false;
        }
    }

    private Optional<Claim> claim() {
        try {
            Optional<Claim> claim = records.claimNext();
            isInTrouble.set(false);
            return claim;
        } catch (RuntimeException e) {
            // Said once, since the timer comes again all the time.
            Level level = isInTrouble.getAndSet(true) ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "The feed to OperatorOS cannot be read", e);
            return Optional.empty();
        }
    }

    private void carry(Claim claim) {
        try {
            Answer answer = gateway.post(claim);
            LOG.log(
                    Level.INFO,
                    "Notification {0}, posting {1}: {2}",
                    claim.notificationId(),
                    claim.number(),
                    answer.getClass().getSimpleName());
            records.record(claim, answer);
        } catch (RuntimeException e) {
            // Its lease ends, and then it is posted again under the same id.
            LOG.log(Level.WARNING, "What became of notification " + claim.notificationId() + " is not recorded", e);
        } finally {
            places.release();
        }
        carryDue();
    }
}
