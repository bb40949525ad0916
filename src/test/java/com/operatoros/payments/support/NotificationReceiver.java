package com.operatoros.payments.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** OperatorOS as the feed of notifications meets it, on a good or on a bad day. */
public final class NotificationReceiver implements AutoCloseable {

    /** What signs the posts. */
    public static final String SECRET = "the secret of the integration tests";

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Integer>> refusals = new ConcurrentHashMap<>();
    private final int port;
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    private NotificationReceiver() throws IOException {
        port = listen(FreePort.any());
    }

    /** A post as it came, and what was answered. */
    public record Post(String body, Map<String, List<String>> headers, int status) {

        public JsonObject json() {
            return JsonParser.parseString(body).getAsJsonObject();
        }

        public String header(String name) {
            return String.join(",", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
        }

        boolean isAbout(String payment) {
            return body.contains(payment);
        }
    }

    static NotificationReceiver start() throws IOException {
        return new NotificationReceiver();
    }

    Map<String, String> settings() {
        return Map.of(
                "OPERATOROS_NOTIFY_URL",
                "http://127.0.0.1:" + port + "/notifications?from=payments",
                "OPERATOROS_NOTIFY_SECRET",
                SECRET);
    }

    /** The posts about a payment, in the order of their arrival. */
    public List<Post> postsAbout(String payment) {
        return posts.stream().filter(post -> post.isAbout(payment)).toList();
    }

    /** Answers the next posts about a payment with these statuses; a redirect leads back here. */
    public void refuse(String payment, Integer... statuses) {
        refusals.put(payment, new ConcurrentLinkedQueue<>(List.of(statuses)));
    }

    /** Listens again at the same address. */
    public synchronized void open() {
        if (server == null) {
            try {
                listen(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Nobody listens. */
    @Override
    public synchronized void close() {
        if (server != null && threads != null) {
            server.stop(0);
            threads.shutdownNow();
            server = null;
        }
    }

    private synchronized int listen(int wanted) throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 0);
        ExecutorService workers = Executors.newCachedThreadPool();
        listening.setExecutor(workers);
        listening.createContext("/", this::receive);
        listening.start();
        server = listening;
        threads = workers;
        return listening.getAddress().getPort();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int status = status(body);
            Map<String, List<String>> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            posts.add(new Post(body, headers, status));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int status(String body) {
        return refusals.entrySet().stream()
                .filter(each -> body.contains(each.getKey()))
                .map(each -> each.getValue().poll())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(204);
    }
}
