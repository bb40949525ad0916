package com.operatoros.payments.sandbox.stripe.event;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends to one endpoint in order: the next one starts when the one before has an answer, or after two seconds. */
final class Lane {

    private final Queue<Supplier<CompletableFuture<?>>> waiting = new ArrayDeque<>();
    private boolean busy;

    synchronized void add(Supplier<CompletableFuture<?>> sending) {
        waiting.add(sending);
        if (!busy) {
            busy = true;
            startNext();
        }
    }

    private synchronized void startNext() {
        Supplier<CompletableFuture<?>> next = waiting.poll();
        if (next == null) {
            busy = false;
            return;
        }
        // a copy, so that the time limit ends the waiting and not the sending
        CompletableFuture<Boolean> patience = next.get().handle((answer, problem) -> true);
        Background.watch(patience.completeOnTimeout(true, 2, TimeUnit.SECONDS).thenRunAsync(this::startNext));
    }
}
