package com.operatoros.payments.bench;

import com.operatoros.payments.support.SignedEvents;
import com.operatoros.payments.support.TestEnvironment;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Delivers signed, distinct events for distinct payments. */
final class EventLoad {

    private static final int OK = 200;
    private static final int MOST_AT_ONCE = 1_000;

    private final URI webhooks;

    /** The links of payments that wait for money; each is paid once. */
    private final Queue<String> links;

    private final AtomicLong delivered = new AtomicLong();

    EventLoad(URI webhooks, Queue<String> links) {
        this.webhooks = webhooks;
        this.links = links;
    }

    /** What came of it. */
    record Delivered(Sample sample, long refused) {}

    /** How many were delivered so far. */
    long delivered() {
        return delivered.get();
    }

    /** Over some connections, each as soon as the one before was answered. */
    Delivered run(int connections, Duration duration) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        Queue<Long> micros = new ConcurrentLinkedQueue<>();
        AtomicLong refused = new AtomicLong();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try {
            IntStream.range(0, connections)
                    .forEach(client -> clients.submit(() -> {
                        HttpClient http = client();
                        while (System.nanoTime() < end) {
                            deliver(http, micros, refused);
                        }
                        return client;
                    }));
        } finally {
            clients.shutdown();
            clients.awaitTermination(duration.toSeconds() * 2, TimeUnit.SECONDS);
        }
        return new Delivered(Sample.of(micros, Duration.ofNanos(System.nanoTime() - start)), refused.get());
    }

    /** So many in each second, whether those before have been answered or not. */
    Delivered open(int perSecond, Duration duration) throws InterruptedException {
        Queue<Long> micros = new ConcurrentLinkedQueue<>();
        AtomicLong refused = new AtomicLong();
        HttpClient http = client();
        Semaphore places = new Semaphore(MOST_AT_ONCE);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        long start = System.nanoTime();
        try {
            timer.scheduleAtFixedRate(
                    () -> {
                        if (!places.tryAcquire()) {
                            refused.incrementAndGet();
                            return;
                        }
                        send(http, micros, refused, places);
                    },
                    0,
                    TimeUnit.SECONDS.toNanos(1) / perSecond,
                    TimeUnit.NANOSECONDS);
            timer.awaitTermination(duration.toSeconds(), TimeUnit.SECONDS);
        } finally {
            timer.shutdown();
            timer.awaitTermination(1, TimeUnit.SECONDS);
            places.acquire(MOST_AT_ONCE);
        }
        return new Delivered(Sample.of(micros, Duration.ofNanos(System.nanoTime() - start)), refused.get());
    }

    private void send(HttpClient http, Queue<Long> micros, AtomicLong refused, Semaphore places) {
        long asked = System.nanoTime();
        http.sendAsync(request(), HttpResponse.BodyHandlers.ofString()).whenComplete((answer, trouble) -> {
            count(asked, trouble == null ? answer.statusCode() : 0, micros, refused);
            places.release();
        });
    }

    private void deliver(HttpClient http, Queue<Long> micros, AtomicLong refused)
            throws IOException, InterruptedException {
        HttpRequest request = request();
        long asked = System.nanoTime();
        count(asked, http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode(), micros, refused);
    }

    private void count(long asked, int status, Queue<Long> micros, AtomicLong refused) {
        micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - asked));
        delivered.incrementAndGet();
        if (status != OK) {
            refused.incrementAndGet();
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private HttpRequest request() {
        String link = links.remove();
        String body = SignedEvents.event(
                "checkout.session.completed",
                0,
                "{\"id\":\"cs_" + link
                        + "\",\"object\":\"checkout.session\",\"payment_status\":\"paid\",\"status\":\"complete\","
                        + "\"amount_total\":1999,\"currency\":\"usd\",\"payment_link\":\"" + link
                        + "\",\"payment_intent\":\"pi_"
                        + link
                        + "\",\"customer_details\":{\"name\":\"Ada Client\",\"email\":\"ada@example.com\"},\"metadata\":{}}");
        long now = Clock.systemUTC().instant().getEpochSecond();
        return signed(body, SignedEvents.signature(body, now, TestEnvironment.WEBHOOK_SECRET));
    }

    /** Refusals, as somebody gets who does not know the secret; how long each took. */
    Sample forge(int connections, Duration duration) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        Queue<Long> micros = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        String body = SignedEvents.event("charge.succeeded", 0, "{\"id\":\"ch_1\",\"object\":\"charge\"}");
        HttpRequest request = signed(
                body, SignedEvents.signature(body, Clock.systemUTC().instant().getEpochSecond(), "whsec_other"));
        try {
            IntStream.range(0, connections)
                    .forEach(client -> clients.submit(() -> {
                        HttpClient http = client();
                        while (System.nanoTime() < start + duration.toNanos()) {
                            long asked = System.nanoTime();
                            http.send(request, HttpResponse.BodyHandlers.discarding());
                            micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - asked));
                        }
                        return client;
                    }));
        } finally {
            clients.shutdown();
            clients.awaitTermination(duration.toSeconds() * 2, TimeUnit.SECONDS);
        }
        return Sample.of(micros, Duration.ofNanos(System.nanoTime() - start));
    }

    private HttpRequest signed(String body, String signature) {
        return HttpRequest.newBuilder(webhooks)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
