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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Delivers signed, distinct events for distinct payments over some connections, each as soon as the one before was answered. */
final class EventLoad {

    private static final int OK = 200;

    private final URI webhooks;

    /** The links of payments that wait for money; each is paid once. */
    private final Queue<String> links;

    EventLoad(URI webhooks, Queue<String> links) {
        this.webhooks = webhooks;
        this.links = links;
    }

    /**
     * What came of it.
     *
     * @param micros how long each answer took, sorted
     */
    record Delivered(List<Long> micros, long refused, Duration duration) {
        long perSecond() {
            return micros.size() * TimeUnit.SECONDS.toNanos(1) / duration.toNanos();
        }

        long micros(int percent) {
            return micros.isEmpty() ? 0 : micros.get(Math.min(micros.size() - 1, micros.size() * percent / 100));
        }
    }

    Delivered run(int connections, Duration duration) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        Queue<Long> micros = new ConcurrentLinkedQueue<>();
        AtomicLong refused = new AtomicLong();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try {
            IntStream.range(0, connections)
                    .forEach(client -> clients.submit(() -> {
                        HttpClient http = HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .build();
                        while (System.nanoTime() < end) {
                            deliver(http, micros, refused);
                        }
                        return client;
                    }));
        } finally {
            clients.shutdown();
            clients.awaitTermination(duration.toSeconds() * 2, TimeUnit.SECONDS);
        }
        List<Long> sorted = micros.stream().sorted().toList();
        return new Delivered(sorted, refused.get(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void deliver(HttpClient http, Queue<Long> micros, AtomicLong refused)
            throws IOException, InterruptedException {
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
        HttpRequest request = HttpRequest.newBuilder(webhooks)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", SignedEvents.signature(body, now, TestEnvironment.WEBHOOK_SECRET))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long asked = System.nanoTime();
        int status = http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - asked));
        if (status != OK) {
            refused.incrementAndGet();
        }
    }
}
