package com.operatoros.payments.sandbox.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL on the loopback address, with the role and the database {@code operatoros}. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
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
        // Otherwise the programs go to a folder that belongs to whoever was first on this machine.
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
        UserOfPrograms user = UserOfPrograms.here();
        try {
            user.take(folder.data());
            return startAs(user, folder, port);
        } catch (IOException | IllegalStateException e) {
            throw new IOException("see " + folder.log(), e);
        }
    }

    private static EmbeddedPostgres startAs(UserOfPrograms user, DatabaseFolder folder, int port) throws IOException {
        if (user == UserOfPrograms.NOBODY && !Files.exists(folder.binaries())) {
            try {
                return configure(folder).setPort(port).start();
            } catch (IllegalStateException e) {
                // Only unpacked: the programs have refused to run as root.
                user.wrap(folder.binaries());
            }
        }
        return configure(folder).setPort(port).start();
    }

    /** The file in which PostgreSQL keeps its process id, for the data of {@code folder}. */
    public static Path pidFile(Path folder) {
        return DatabaseFolder.kept(folder).pidFile();
    }

    private static EmbeddedPostgres.Builder configure(DatabaseFolder folder) {
        Redirect log = Redirect.appendTo(folder.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setCleanDataDirectory(false)
                // The library remembers for each resolver where it unpacked: a new one for each folder.
                .setPgBinaryResolver(new Binaries())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("listen_addresses", HOST)
                // The socket file in /tmp would clash with that of another user.
                .setServerConfig("unix_socket_directories", "")
                // The library turns both off; what was committed must survive a kill, as it does in production.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("max_connections", "100")
                // The locale of the library knows no upper and lower case beyond ASCII.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
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
        if (!Files.exists(folder.pidFile())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(folder.pidFile());
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
    }

    @Override
    public void close() {
        try {
            Optional<ProcessHandle> process = process();
            postgres.close();
            process.ifPresent(EmbeddedDatabase::awaitEnd);
            folder.removeIfTemporary();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library gives up waiting after five seconds, and only logs it. */
    private static void awaitEnd(ProcessHandle process) {
        boolean ended = process.onExit()
                .thenApply(gone -> true)
                .completeOnTimeout(false, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
        if (!ended) {
            process.destroyForcibly();
        }
    }

    private static final class Binaries implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String machine) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        }
    }
}
