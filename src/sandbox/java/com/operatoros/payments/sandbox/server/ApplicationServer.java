package com.operatoros.payments.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Open Liberty as a child process, started again whenever it ends by itself, until it is closed. */
public final class ApplicationServer implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);
    /** A server that lived this long did not die of its start: the next start need not wait. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Installation installation;
    private final Map<String, String> environment;
    private final Consumer<String> news;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile Process process;

    private ApplicationServer(Installation installation, Map<String, String> environment, Consumer<String> news)
            throws IOException {
        this.installation = installation;
        this.environment = environment;
        this.news = news;
        installation.prepare();
        Files.createDirectories(installation.logs());
        Files.deleteIfExists(installation.console());
        process = launch();
    }

    /**
     * Starts the server and returns at once.
     *
     * @param environment all environment variables of the server
     * @param news hears one line for each unexpected end
     */
    public static ApplicationServer start(
            Installation installation, Map<String, String> environment, Consumer<String> news) {
        try {
            ApplicationServer server = new ApplicationServer(installation, environment, news);
            Thread watch = new Thread(server::watch, "application-server-watch");
            watch.setDaemon(true);
            watch.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the moment. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** How often it has ended by itself. */
    public int restarts() {
        return restarts.get();
    }

    @Override
    public void close() {
        closing.countDown();
        // Waits for a start that is just under way, so that none is missed.
        synchronized (this) {
            process.destroy();
            try {
                if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                }
                Files.deleteIfExists(installation.pidFile());
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void watch() {
        Duration pause = Duration.ZERO;
        try {
            while (true) {
                long started = System.nanoTime();
                int code = process.waitFor();
                boolean settled = System.nanoTime() - started > SETTLED.toNanos();
                pause = settled ? Duration.ZERO : longer(pause);
                if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                news.accept("The application server has ended (exit code " + code + ") and is started again.");
                relaunch();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            news.accept("The application server can't be started again: " + e.getMessage());
        }
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.isZero() ? Duration.ofMillis(500) : pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private synchronized void relaunch() throws IOException {
        if (closing.getCount() > 0) {
            process = launch();
            restarts.incrementAndGet();
        }
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(installation.console().toFile()));
        Process launched = builder.start();
        launched.getOutputStream().close();
        Files.writeString(installation.pidFile(), Long.toString(launched.pid()));
        return launched;
    }

    /** A session of its own keeps Ctrl-C from the server, so that we can stop everything in order. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        Stream.of("/usr/bin/setsid", "/bin/setsid")
                .filter(file -> Files.isExecutable(Path.of(file)))
                .findFirst()
                .ifPresent(command::add);
        command.add(installation.home().resolve("bin/server").toString());
        command.add("run");
        command.add(installation.server());
        return command;
    }
}
