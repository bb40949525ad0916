package com.operatoros.payments.webhook;

import com.operatoros.payments.stripe.StripeEvent;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets events that wait at the same time share one transaction (rule W9): a burst costs little more than its first event, and whoever is
 * alone waits for nobody. Long since whatever a group can come to is handled here.
 */
@ApplicationScoped
class EventQueue {

    private static final Logger LOG = System.getLogger(EventQueue.class.getName());

    /** The most that share a transaction. */
    private static final int GROUP = 32;

    /** One group is enough, and grows with what waits; the other one is for when that is full or stands still. */
    private static final int AT_ONCE = 2;

    /** Longer than a group takes that nothing holds up. */
    private static final Duration LONG = Duration.ofMillis(100);

    /** More than can be answered in time. */
    private static final int CAPACITY = 4_000;

    /** A payment that somebody else is changing is free again in a moment. */
    private static final Duration MOMENT = Duration.ofMillis(10);

    @EJB
    private EventInbox inbox;

    @EJB
    private ParkedEvents parked;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** An event for whose outcome somebody waits; whoever has given up has cancelled it. */
    private record Waiting(StripeEvent event, long since, CompletableFuture<EventOutcome> outcome) {
        boolean isLong() {
            return System.nanoTime() - since > LONG.toNanos();
        }
    }

    /**
     * Takes an event in its turn.
     *
     * @return its outcome, after the commit; it fails when the event is not stored
     * @throws RejectedExecutionException when too many wait or the server is stopping
     */
    Future<EventOutcome> take(StripeEvent event) {
        Waiting one = new Waiting(event, System.nanoTime(), new CompletableFuture<>());
        if (!waiting.offer(one)) {
            throw new RejectedExecutionException("too many events wait");
        }
        start();
        return one.outcome();
    }

    private void start() {
        if (isNeeded() && places.tryAcquire()) {
            try {
                executor.execute(this::work);
            } catch (RejectedExecutionException e) {
                places.release();
                throw e;
            }
        }
    }

    private boolean isNeeded() {
        Waiting first = waiting.peek();
        return first != null && (places.availablePermits() == AT_ONCE || waiting.size() >= GROUP || first.isLong());
    }

    private void work() {
        try {
            for (List<Waiting> group = next(); !group.isEmpty(); group = next()) {
                take(group);
            }
        } finally {
            places.release();
        }
        // One may have come after the last look and before the place was free.
        start();
    }

    private List<Waiting> next() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting one = waiting.poll(); one != null; one = group.size() < GROUP ? waiting.poll() : null) {
            if (!one.outcome().isDone()) {
                group.add(one);
            }
        }
        return group;
    }

    private void take(List<Waiting> group) {
        EventInbox.Taken taken = taken(group);
        if (taken.trouble() == null) {
            for (int i = 0; i < group.size(); i++) {
                settle(group.get(i), taken.outcomes().get(i));
            }
        } else {
            failed(group, taken.trouble());
        }
    }

    /** The commit may fail as well. */
    private EventInbox.Taken taken(List<Waiting> group) {
        try {
            return inbox.take(group.stream().map(Waiting::event).toList());
        } catch (RuntimeException e) {
            return EventInbox.Taken.failed(e);
        }
    }

    private void settle(Waiting one, Optional<EventOutcome> outcome) {
        if (outcome.isPresent()) {
            one.outcome().complete(outcome.get());
        } else {
            executor.schedule(() -> again(one), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void again(Waiting one) {
        if (waiting.offer(one)) {
            start();
        } else {
            one.outcome().completeExceptionally(new RejectedExecutionException("too many events wait"));
        }
    }

    /** One that fails must not take the others with it: it is looked for in halves, unless there is nothing to be had of the database. */
    private void failed(List<Waiting> group, RuntimeException trouble) {
        if (DatabaseTrouble.isAway(trouble)) {
            group.forEach(one -> one.outcome().completeExceptionally(trouble));
        } else if (group.size() == 1) {
            failed(group.get(0), trouble);
        } else {
            LOG.log(Level.WARNING, "{0} events are tried in halves: {1}", group.size(), trouble.toString());
            int half = group.size() / 2;
            takeLeft(group.subList(0, half));
            takeLeft(group.subList(half, group.size()));
        }
    }

    private void takeLeft(List<Waiting> group) {
        List<Waiting> left =
                group.stream().filter(one -> !one.outcome().isDone()).toList();
        if (!left.isEmpty()) {
            take(left);
        }
    }

    /** What fails by itself is kept, so that Stripe need not repeat it (rule W10); what cannot be kept, Stripe repeats. */
    private void failed(Waiting one, RuntimeException trouble) {
        try {
            if (DatabaseTrouble.isPassing(trouble)) {
                throw trouble;
            }
            parked.park(one.event(), trouble);
            one.outcome().complete(EventOutcome.PARKED);
        } catch (RuntimeException e) {
            one.outcome().completeExceptionally(e);
        }
    }
}
