package com.operatoros.payments.support;

import com.operatoros.payments.sandbox.server.ApplicationServer;
import com.operatoros.payments.sandbox.server.ConsoleLog;
import com.operatoros.payments.sandbox.server.Installation;
import com.operatoros.payments.sandbox.server.ReadyCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A server beside the one of the other tests: a process that is killed, frozen and started again, on its own ports. */
public final class Node implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /** It lives for some minutes: what the second compiler and a collector for many processors cost never comes back. */
    private static final String FOR_A_SHORT_LIFE = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private final ServerPorts ports;
    private final Installation installation;
    private final ApplicationServer server;
    private final ReadyCheck check;

    private Node(ServerPorts ports, Installation installation, Map<String, String> environment) {
        this.ports = ports;
        this.installation = installation;
        check = new ReadyCheck(ports.base().resolve("health/ready"));
        stopLeftover();
        server = ApplicationServer.start(installation, environment, news -> {});
    }

    /**
     * Starts the server as the build has made it; {@link #awaitReady} tells when it serves.
     *
     * @param name the folder of its files
     * @param surroundings where it finds what it needs
     */
    public static Node start(String name, Map<String, String> surroundings) {
        try {
            return start(name, ServerPorts.free(), surroundings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Node start(String name, ServerPorts ports, Map<String, String> surroundings) {
        Path home = Path.of(Objects.requireNonNull(System.getProperty("liberty.home"), "liberty.home"));
        // Tests that run at the same time in other JVMs have servers of these names as well.
        String fork = System.getProperty("fork", "fork-1");
        Path files = home.resolveSibling("nodes").resolve(fork).resolve(name);
        Installation installation = new Installation(home, "operatoros-payments", files.resolve("logs"));
        Map<String, String> environment =
                new HashMap<>(ServerConfiguration.essentials(ports).variables());
        environment.putAll(surroundings);
        environment.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putIfAbsent("JVM_ARGS", FOR_A_SHORT_LIFE);
        environment.put("WLP_OUTPUT_DIR", files.toString());
        environment.put("LOG_DIR", installation.logs().toString());
        return new Node(ports, installation, environment);
    }

    /** A build that was killed leaves its servers behind. */
    private void stopLeftover() {
        Path file = installation.pidFile();
        try {
            if (Files.exists(file)) {
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                        .filter(process -> process.info()
                                .commandLine()
                                .filter(line ->
                                        line.contains(installation.home().toString()))
                                .isPresent())
                        .ifPresent(Node::end);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AdminApi admin() {
        return AdminApi.asAdminAt(ports.base());
    }

    /** The process of the server. */
    public ProcessHandle process() {
        return server.process();
    }

    /** Where Stripe delivers its events. */
    public URI webhooks() {
        return ports.base().resolve("webhooks/stripe");
    }

    public void awaitReady() {
        try {
            Eventually.within(START_LIMIT, () -> isReady() ? Optional.of(this) : Optional.empty());
        } catch (AssertionError e) {
            throw new AssertionError(String.join("\n", new ConsoleLog(installation.console()).telling()), e);
        }
    }

    private boolean isReady() {
        try {
            return check.isReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it without any warning; it is started again at once. */
    public void kill() {
        end(server.process());
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops it in the middle of whatever it does, and returns when each of its threads stands. */
    public void freeze() {
        signal("STOP");
        Eventually.get(() -> isStanding() ? Optional.of(this) : Optional.empty());
    }

    private boolean isStanding() {
        Path threads = Path.of("/proc", Long.toString(server.process().pid()), "task");
        try (Stream<Path> each = Files.list(threads)) {
            return each.allMatch(Node::isStopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStopped(Path thread) {
        try (Stream<String> lines = Files.lines(thread.resolve("status"))) {
            return lines.anyMatch(line -> line.startsWith("State:\tT"));
        } catch (IOException e) {
            // It has ended meanwhile.
            return true;
        }
    }

    /** Lets it go on as if no time had passed. */
    public void unfreeze() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            String kill = "kill -" + name + " " + server.process().pid();
            new ProcessBuilder("sh", "-c", kill).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        // A frozen process does not hear that it should end.
        unfreeze();
        server.close();
    }
}
