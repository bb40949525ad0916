package com.operatoros.payments.sandbox.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an embedded PostgreSQL keeps on disk: its data, its unpacked programs and its log. */
record DatabaseFolder(Path path, boolean isTemporary) {

    static DatabaseFolder temporary() throws IOException {
        return new DatabaseFolder(Files.createTempDirectory("operatoros-payments-"), true);
    }

    static DatabaseFolder kept(Path path) {
        return new DatabaseFolder(path.toAbsolutePath(), false);
    }

    /** A first start that was cut off leaves half-made data, which no PostgreSQL accepts. */
    void removeUnfinishedData() throws IOException {
        Files.createDirectories(path);
        if (!Files.exists(complete())) {
            delete(data());
        }
    }

    void markComplete() throws IOException {
        if (!Files.exists(complete())) {
            Files.createFile(complete());
        }
    }

    /** PostgreSQL's own file: its process id stands in the first line. */
    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** The running PostgreSQL that has this folder. */
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return ProcessHandle.of(
                Long.parseLong(Files.readAllLines(pidFile()).get(0).strip()));
    }

    /** All that a start has left running: the server, and the programs that prepare it. */
    List<ProcessHandle> startedProcesses() throws IOException {
        Stream<ProcessHandle> programs = ProcessHandle.current()
                .descendants()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(path.toString()))
                        .isPresent());
        return Stream.concat(process().stream(), programs).toList();
    }

    Path data() {
        return path.resolve("data");
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path log() {
        return path.resolve("postgresql.log");
    }

    void removeIfTemporary() throws IOException {
        if (isTemporary) {
            delete(path);
        }
    }

    private Path complete() {
        return data().resolve("operatoros-complete");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
