package com.operatoros.payments.sandbox.stripe;

import com.operatoros.payments.sandbox.stripe.api.ApiHandler;
import com.operatoros.payments.sandbox.stripe.event.Background;
import com.operatoros.payments.sandbox.stripe.fault.Faults;
import com.operatoros.payments.sandbox.stripe.http.Failures;
import com.operatoros.payments.sandbox.stripe.http.LocalOnly;
import com.operatoros.payments.sandbox.stripe.store.Store;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** The running sandbox: started with its settings, asked for its address, closed at the end. */
public final class StripeSandbox implements AutoCloseable {

    private static final int SENDING_THREADS = 16;

    static {
        // without it each answer on a kept connection waits 40 ms for the acknowledgement of its headers
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService serving = Executors.newCachedThreadPool(daemons("stripe-sandbox"));
    private final ScheduledThreadPoolExecutor sending =
            new ScheduledThreadPoolExecutor(SENDING_THREADS, daemons("stripe-webhooks"));
    private final Store store;
    private final String webhookSecret;
    private final Parts parts;
    private final ApiHandler api;

    /**
     * How to start.
     *
     * @param port the port on 127.0.0.1; 0 takes any that is free
     * @param webhookSecret signs the deliveries to the target; several are separated by commas
     * @param webhookTarget where events go; null until {@link #deliverTo} says it
     * @param dataFolder where everything is kept; null keeps it in memory
     */
    public record Settings(
            int port,
            String webhookSecret,
            @Nullable URI webhookTarget,
            @Nullable Path dataFolder) {}

    private StripeSandbox(HttpServer server, Store store, Settings settings) {
        this.server = server;
        this.store = store;
        this.webhookSecret = settings.webhookSecret();
        this.parts = new Parts(store, Clock.systemUTC(), base(), sending);
        this.api = parts.api();
    }

    /** Starts it; throws {@link java.net.BindException} when the port is used. */
    public static StripeSandbox start(Settings settings) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), settings.port()), 0);
        try {
            StripeSandbox sandbox =
                    new StripeSandbox(server, Store.open(settings.dataFolder(), Clock.systemUTC()), settings);
            sandbox.open(settings.webhookTarget());
            return sandbox;
        } catch (IOException | RuntimeException e) {
            server.stop(0);
            throw e;
        }
    }

    private void open(@Nullable URI webhookTarget) {
        parts.endpoints().deliverTo(webhookTarget, webhookSecret);
        server.setExecutor(serving);
        mount("/v1", api);
        mount("/pay", parts.pages());
        mount("/_sandbox", parts.controls());
        mount("/", parts.index());
        server.start();
        parts.deliveries().resume();
        Background.every(sending, Duration.ofMinutes(1), parts.sessions()::expireOverdue);
        Background.every(sending, Duration.ofSeconds(1), parts.delayedRefunds()::endDue);
    }

    /** The address of the server, which is also the API base of Stripe's libraries. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Sends events to this address from now on. */
    public void deliverTo(URI webhookTarget) {
        parts.endpoints().deliverTo(webhookTarget, webhookSecret);
    }

    /** Serves one path more, with all below it; foreign host names and other sites' pages are refused there, too. */
    public void mount(String path, HttpHandler handler) {
        server.createContext(path, handler).getFilters().addAll(List.of(new Failures(), new LocalOnly()));
    }

    /** How many API calls of this method and path were received, such as {@code POST /v1/payment_links}. */
    public int requests(String method, String path) {
        return api.received(method, path);
    }

    /** How many API calls were received. */
    public int requests() {
        return api.received();
    }

    /** What is to fail in the API. */
    public Faults faults() {
        return parts.faults();
    }

    /** Stops it; what is not delivered yet is kept for the next start. */
    @Override
    public void close() {
        parts.faults().clear();
        server.stop(0);
        sending.shutdownNow();
        serving.shutdownNow();
        try {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
