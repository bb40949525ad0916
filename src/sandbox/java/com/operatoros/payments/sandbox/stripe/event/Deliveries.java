package com.operatoros.payments.sandbox.stripe.event;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;

/** Plans the deliveries of events, starts them in order, and shows them; the rules stand in the package's description. */
public final class Deliveries {

    private final Store store;
    private final Clock clock;
    private final WebhookEndpoints endpoints;
    private final ScheduledExecutorService threads;
    private final Courier courier;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Deque<Delivery> reversed = new ArrayDeque<>();
    private volatile DeliveryMode mode = DeliveryMode.ON;

    /** Deliveries to these endpoints, sent on these threads. */
    public Deliveries(Store store, Clock clock, WebhookEndpoints endpoints, ScheduledExecutorService threads) {
        this.store = store;
        this.clock = clock;
        this.endpoints = endpoints;
        this.threads = threads;
        this.courier = new Courier(store, clock, endpoints, threads);
    }

    /** How events are delivered now. */
    public DeliveryMode mode() {
        return mode;
    }

    /** Sets how events are delivered from now on. */
    public void deliver(DeliveryMode newMode) {
        mode = newMode;
    }

    /** Takes up what an earlier run left undelivered. */
    public void resume() {
        List<Delivery> left = new ArrayList<>(
                store.newestFirst(Kind.DELIVERY, delivery -> Json.has(delivery, "state", "PENDING")).stream()
                        .map(Delivery::fromJson)
                        .toList());
        Collections.reverse(left);
        left.forEach(delivery -> enqueue(delivery, 1));
    }

    /** Plans the deliveries of a new event, inside the change that makes it. */
    void plan(JsonObject event) {
        DeliveryMode now = mode;
        String id = Json.requiredText(event, "id");
        long created = event.get("created").getAsLong();
        for (JsonObject endpoint : endpoints.listeningTo(Json.requiredText(event, "type"))) {
            Delivery delivery = Delivery.planned(id, Json.requiredText(endpoint, "id"), created);
            if (now == DeliveryMode.OFF) {
                Attempt lost = new Attempt(clock.instant(), 0, "lost: webhooks are off");
                store.put(Kind.DELIVERY, delivery.after(lost, true).toJson());
            } else {
                store.put(Kind.DELIVERY, delivery.toJson());
                store.afterwards(() -> start(delivery, now));
            }
        }
    }

    private void start(Delivery delivery, DeliveryMode now) {
        if (now == DeliveryMode.REVERSE) {
            collect(delivery);
        } else {
            enqueue(delivery, now.copies());
        }
    }

    private void collect(Delivery delivery) {
        synchronized (reversed) {
            if (reversed.isEmpty()) {
                Background.later(threads, Duration.ofSeconds(2), this::sendReversed);
            }
            reversed.push(delivery);
        }
    }

    private void sendReversed() {
        synchronized (reversed) {
            reversed.forEach(delivery -> enqueue(delivery, 1));
            reversed.clear();
        }
    }

    private void enqueue(Delivery delivery, int copies) {
        lanes.computeIfAbsent(delivery.endpoint(), endpoint -> new Lane()).add(() -> courier.deliver(delivery, copies));
    }

    /** Sends an event again to each endpoint that wants it, and answers all its attempts when this one has ended. */
    public List<Attempt> redeliver(String event) {
        store.change(() -> planMissing(event));
        of(event).stream()
                .filter(delivery -> endpoints.exists(delivery.endpoint()))
                .map(delivery -> courier.send(delivery, 1))
                .toList()
                .forEach(CompletableFuture::join);
        return attempts(event);
    }

    /** Brings a body, signed, to each endpoint once; nothing is kept of it. */
    public List<Attempt> deliverOnce(String body) {
        return endpoints.ids().stream()
                .flatMap(endpoint -> endpoints.post(endpoint, body).stream())
                .map(post -> post.send(clock))
                .toList();
    }

    /** An event can be older than an endpoint that wants it. */
    private void planMissing(String id) {
        JsonObject event = store.get(Kind.EVENT, id);
        for (JsonObject endpoint : endpoints.listeningTo(Json.requiredText(event, "type"))) {
            Delivery delivery = Delivery.planned(
                    id, Json.requiredText(endpoint, "id"), event.get("created").getAsLong());
            if (store.find(Kind.DELIVERY, delivery.id()).isEmpty()) {
                store.put(Kind.DELIVERY, delivery.failed().toJson());
            }
        }
    }

    /** All attempts to deliver an event. */
    public List<Attempt> attempts(String event) {
        return of(event).stream()
                .flatMap(delivery -> delivery.attempts().stream())
                .toList();
    }

    List<Delivery> of(String event) {
        return endpoints.ids().stream()
                .map(endpoint -> store.find(Kind.DELIVERY, Delivery.id(event, endpoint)))
                .flatMap(Optional::stream)
                .map(Delivery::fromJson)
                .toList();
    }

    long pending(String event) {
        return of(event).stream()
                .filter(delivery -> delivery.state() == Delivery.State.PENDING)
                .count();
    }
}
