package com.operatoros.payments.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that a killed launcher left behind: known by its pid file, and taken for ours only when its command line
 * names our folder, because the pid may belong to a stranger by now.
 */
final class LeftoverProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private LeftoverProcess() {}

    /**
     * Stops the process if it is still there, then removes the pid file.
     *
     * @param signal how it is asked to end; Java itself can only send TERM, for which PostgreSQL waits for its clients
     * @return whether there was one
     */
    static boolean stop(Path pidFile, Path folderInItsCommand, String signal) {
        try {
            Optional<ProcessHandle> found = find(pidFile, folderInItsCommand);
            if (found.isPresent()) {
                stop(found.get(), signal);
            }
            Files.deleteIfExists(pidFile);
            return found.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start();
        if (!ended(process)) {
            process.destroyForcibly();
            ended(process);
        }
    }

    private static boolean ended(ProcessHandle process) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static Optional<ProcessHandle> find(Path pidFile, Path folder) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                    .filter(process -> commandLine(process).contains(folder.toString()));
        }
    }

    /** Java tells it only of processes of the same user, the system of all. */
    private static String commandLine(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.readString(file).replace('\0', ' ');
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }
}
