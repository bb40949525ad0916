package com.operatoros.payments.chaos;

import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.Node;
import com.operatoros.payments.support.SignedEvents;
import com.operatoros.payments.support.TestEnvironment;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An event, which is delivered to a node as Stripe does it. */
record DeliveredEvent(String id, String body) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration STRIPE_GIVES_UP = Duration.ofMinutes(3);

    /**
     * What came back.
     *
     * @param status 0 for nothing
     */
    record Reply(int status, String outcome, String retryAfter, Duration waited) {

        boolean isTaken() {
            return status == 200;
        }
    }

    /** The same object may be told of by several events. */
    static DeliveredEvent of(String type, String object) {
        String id = "evt_" + UUID.randomUUID().toString().replace("-", "");
        return new DeliveredEvent(id, """
                {"id":"%s","object":"event","api_version":"2026-07-29.dahlia","created":%d,"livemode":false,
                 "type":"%s","pending_webhooks":1,"request":null,"data":{"object":%s}}""".formatted(id, now(), type, object));
    }

    private static long now() {
        return Clock.systemUTC().instant().getEpochSecond();
    }

    Reply deliverTo(Node node) {
        return sendTo(node).join();
    }

    /** Several can be on their way at once. */
    CompletableFuture<Reply> sendTo(Node node) {
        HttpRequest request = HttpRequest.newBuilder(node.webhooks())
                .timeout(LONGEST_ANSWER)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", SignedEvents.signature(body, now(), TestEnvironment.WEBHOOK_SECRET))
                .POST(BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString()).handle((response, trouble) -> {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            return trouble == null ? reply(response, waited) : new Reply(0, trouble.toString(), "", waited);
        });
    }

    private static Reply reply(HttpResponse<String> response, Duration waited) {
        String retryAfter = response.headers().firstValue("Retry-After").orElse("");
        return new Reply(response.statusCode(), response.body(), retryAfter, waited);
    }

    /** Delivers it again and again, with the next try right behind the last. */
    Reply deliverUntilTaken(Node node) {
        return Eventually.within(
                STRIPE_GIVES_UP, () -> Optional.of(deliverTo(node)).filter(Reply::isTaken));
    }
}
