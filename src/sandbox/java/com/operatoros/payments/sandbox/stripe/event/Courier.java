package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;

/** Carries one delivery to its endpoint, notes what came of it, and tries again later (rule SE3). */
final class Courier {

    private final Store store;
    private final Clock clock;
    private final WebhookEndpoints endpoints;
    private final ScheduledExecutorService threads;

    Courier(Store store, Clock clock, WebhookEndpoints endpoints, ScheduledExecutorService threads) {
        this.store = store;
        this.clock = clock;
        this.endpoints = endpoints;
        this.threads = threads;
    }

    /** Sends now, so many times at once, and until it arrives; the future is that of the first attempt. */
    CompletableFuture<Delivery> deliver(Delivery delivery, int copies) {
        CompletableFuture<Delivery> sent = send(delivery, copies);
        Background.watch(sent.thenAccept(this::repeatLater));
        return sent;
    }

    /** Sends now. */
    CompletableFuture<Delivery> send(Delivery delivery, int copies) {
        List<CompletableFuture<Attempt>> sending = IntStream.range(0, copies)
                .mapToObj(copy -> CompletableFuture.supplyAsync(() -> attempt(delivery), threads))
                .toList();
        return CompletableFuture.allOf(sending.toArray(CompletableFuture[]::new))
                .thenApply(all -> note(
                        delivery, sending.stream().map(CompletableFuture::join).toList()));
    }

    private Attempt attempt(Delivery delivery) {
        JsonObject event = store.get(Kind.EVENT, delivery.event());
        // whoever receives it sees himself among the pending ones
        String body = Json.pretty(FrozenEvent.thaw(event, 1));
        return endpoints
                .post(delivery.endpoint(), body)
                .map(post -> post.send(clock))
                .orElseGet(() -> new Attempt(clock.instant(), 0, "the endpoint is gone or disabled"));
    }

    private Delivery note(Delivery delivery, List<Attempt> attempts) {
        return store.change(() -> {
            Delivery now = current(delivery);
            for (Attempt attempt : attempts) {
                now = now.after(attempt, isLast(now));
            }
            store.put(Kind.DELIVERY, now.toJson());
            return now;
        });
    }

    private boolean isLast(Delivery delivery) {
        return wait(delivery.attempts().size() + 1, delivery).isEmpty() || !endpoints.exists(delivery.endpoint());
    }

    private Delivery current(Delivery delivery) {
        return Delivery.fromJson(store.get(Kind.DELIVERY, delivery.id()));
    }

    private Optional<Duration> wait(int failedAttempts, Delivery delivery) {
        return Backoff.next(failedAttempts, delivery.created(), clock.instant());
    }

    private void repeatLater(Delivery delivery) {
        if (delivery.state() == Delivery.State.PENDING) {
            wait(delivery.attempts().size(), delivery)
                    .ifPresent(wait -> Background.later(threads, wait, () -> repeat(delivery)));
        }
    }

    private void repeat(Delivery delivery) {
        if (current(delivery).state() == Delivery.State.PENDING) {
            Background.watch(deliver(delivery, 1));
        }
    }
}
