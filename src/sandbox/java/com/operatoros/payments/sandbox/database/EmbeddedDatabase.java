package com.operatoros.payments.sandbox.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL on the loopback address, with the role and the database {@code operatoros}. */
public final class EmbeddedDatabase implements AutoCloseable {

    static final String HOST = "127.0.0.1";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;
    private final DatabaseFolder folder;

    private EmbeddedDatabase(EmbeddedPostgres postgres, DatabaseFolder folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /**
     * Starts PostgreSQL and makes the role and the database when they are missing.
     *
     * @param path where the data stays; null for a temporary folder that is deleted at the end
     * @param port the port, or 0 for any free one
     * @throws UncheckedIOException when it does not start; the reason stands in {@code postgresql.log} in the folder
     */
    public static synchronized EmbeddedDatabase start(@Nullable Path path, int port) {
        try {
            DatabaseFolder folder = path == null ? DatabaseFolder.temporary() : DatabaseFolder.kept(path);
            folder.removeUnfinishedData();
            EmbeddedDatabase database = new EmbeddedDatabase(start(folder, port), folder);
            database.createOwnDatabase();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres start(DatabaseFolder folder, int port) throws IOException {
        try {
            return new PostgresStart(folder, port).start(UserOfPrograms.here());
        } catch (IOException | RuntimeException e) {
            // The library does not look back at what it has started.
            folder.startedProcesses().forEach(EmbeddedDatabase::end);
            throw new IOException("see " + folder.log(), e);
        }
    }

    /** The file in which PostgreSQL keeps its process id, for the data of {@code folder}. */
    public static Path pidFile(Path folder) {
        return DatabaseFolder.kept(folder).pidFile();
    }

    private void createOwnDatabase() throws IOException {
        try {
            OwnDatabase.create(postgres.getPostgresDatabase());
            folder.markComplete();
        } catch (SQLException e) {
            close();
            throw new IOException("see " + folder.log(), e);
        }
    }

    public int port() {
        return postgres.getPort();
    }

    /** The owner of the database; the password is the same word. */
    public String user() {
        return OwnDatabase.NAME;
    }

    /** The database as its owner sees it. */
    public DataSource dataSource() {
        return postgres.getDatabase(OwnDatabase.NAME, OwnDatabase.NAME);
    }

    /** The settings with which the application reaches it. */
    public Map<String, String> settings() {
        return Map.of(
                "PGHOST", HOST,
                "PGPORT", Integer.toString(port()),
                "PGDATABASE", OwnDatabase.NAME,
                "PGUSER", OwnDatabase.NAME,
                "PGPASSWORD", OwnDatabase.NAME);
    }

    /** The process of the server, for tests that stop it the hard way; empty when it is gone. */
    public Optional<ProcessHandle> process() throws IOException {
        return folder.process();
    }

    @Override
    public void close() {
        // The library's stop would be cut off by an interrupt that was meant for a start.
        boolean interrupted = Thread.interrupted();
        try {
            Optional<ProcessHandle> process = process();
            postgres.close();
            process.ifPresent(EmbeddedDatabase::end);
            folder.removeIfTemporary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The library gives up waiting after five seconds, and only logs it. */
    private static void end(ProcessHandle process) {
        process.destroy();
        boolean ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly();
        }
    }
}
