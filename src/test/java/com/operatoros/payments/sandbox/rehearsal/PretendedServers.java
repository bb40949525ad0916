package com.operatoros.payments.sandbox.rehearsal;

import com.google.gson.JsonParser;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.http.Requests;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** An application and a Stripe that answer what a test says, and a rehearsal that plays with them. */
final class PretendedServers implements AutoCloseable {

    private static final Patience SHORT = new Patience(Duration.ofMillis(100));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Supplier<Reply>> answers = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();

    PretendedServers() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.createContext(Rehearsal.PATH, new Rehearsal(new Application(base(), "admin", "secret"), base(), SHORT));
        server.start();
    }

    /** From now on it answers so. */
    PretendedServers with(String methodAndPath, int status, String json) {
        return with(methodAndPath, () -> Reply.json(status, JsonParser.parseString(json)));
    }

    PretendedServers with(String methodAndPath, Supplier<Reply> answer) {
        answers.put(methodAndPath, answer);
        return this;
    }

    /** What the story has asked for so far: method, path and body. */
    List<String> received() {
        return received;
    }

    HttpResponse<String> play(String story) throws IOException, InterruptedException {
        return http.send(playing(story), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> startPlaying(String story) {
        return http.sendAsync(playing(story), BodyHandlers.ofString());
    }

    private HttpRequest playing(String story) {
        return request(Rehearsal.PATH)
                .POST(BodyPublishers.ofString("{\"story\":\"" + story + "\"}"))
                .build();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        received.add((call + " " + Requests.body(exchange)).strip());
        Supplier<Reply> answer = answers.getOrDefault(call, () -> Reply.error(404, call));
        answer.get().send(exchange);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
