package com.operatoros.payments.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stripe as far away as it is: each call takes as long as the way there and back, however many are made at once. */
final class SlowStripe implements AutoCloseable {

    static final Duration WAY = Duration.ofMillis(100);

    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "host", "content-length", "upgrade");

    private final HttpServer server;
    private final URI stripe;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SlowStripe(URI stripe) throws IOException {
        this.stripe = stripe;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    static SlowStripe before(URI stripe) throws IOException {
        return new SlowStripe(stripe);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(stripe.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenAcceptAsync(
                        answer -> answer(exchange, answer),
                        CompletableFuture.delayedExecutor(WAY.toMillis(), TimeUnit.MILLISECONDS, threads));
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) {
        try (exchange) {
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException e) {
            // Whoever asked has gone.
            System.err.println(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
