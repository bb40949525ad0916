package com.operatoros.payments.chaos;

import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.Node;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The events of many payments on their way to a node: each is delivered until it is taken, and never after that. */
final class EventStream implements AutoCloseable {

    private static final int LANES = 8;
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private final ConcurrentLinkedQueue<LinkTale> waiting;
    private final Node node;
    private final AtomicInteger taken = new AtomicInteger();
    private final ExecutorService lanes = Executors.newFixedThreadPool(LANES, task -> {
        Thread thread = new Thread(task, "event-stream");
        thread.setDaemon(true);
        return thread;
    });
    private final CompletableFuture<Void> end;

    private EventStream(List<LinkTale> tales, Node node) {
        this.waiting = new ConcurrentLinkedQueue<>(tales);
        this.node = node;
        end = CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(this::deliver, lanes))
                .limit(LANES)
                .toArray(CompletableFuture<?>[]::new));
    }

    static EventStream begin(List<LinkTale> tales, Node node) {
        return new EventStream(tales, node);
    }

    private void deliver() {
        for (LinkTale tale = waiting.poll(); tale != null; tale = waiting.poll()) {
            Random random = new Random(tale.payment().hashCode());
            for (DeliveredEvent event : tale.inOrder()) {
                CompletableFuture<DeliveredEvent.Reply> copy =
                        random.nextInt(3) == 0 ? event.sendTo(node) : CompletableFuture.completedFuture(null);
                event.deliverUntilTaken(node);
                copy.join();
                taken.incrementAndGet();
            }
        }
    }

    /** Waits until so many more have been taken; false when all are. */
    boolean goesOnAfter(int more) {
        int goal = taken.get() + more;
        return Eventually.within(
                LONGEST,
                () -> end.isDone() ? Optional.of(false) : Optional.of(true).filter(goesOn -> taken.get() >= goal));
    }

    void await() {
        end.join();
    }

    @Override
    public void close() {
        lanes.shutdownNow();
    }
}
