package com.operatoros.payments.sandbox.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL on the loopback address, with the role and the database {@code operatoros}. */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String NAME = "operatoros";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final EmbeddedPostgres postgres;
    private final Path folder;
    private final boolean temporary;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Path folder, boolean temporary) {
        this.postgres = postgres;
        this.folder = folder;
        this.temporary = temporary;
    }

    /**
     * Starts PostgreSQL and makes the role and the database when they are missing.
     *
     * @param folder where the data stays; null for a temporary folder that is deleted at the end
     * @param port the port, or 0 for any free one
     * @throws UncheckedIOException when it does not start; the reason stands in {@code postgresql.log} in the folder
     */
    public static synchronized EmbeddedDatabase start(@Nullable Path folder, int port) {
        try {
            Path place = folder == null ? Files.createTempDirectory("operatoros-payments-") : folder.toAbsolutePath();
            Path data = data(place);
            if (!Files.exists(complete(data))) {
                // A first start that was cut off leaves a half-made folder that no PostgreSQL accepts.
                delete(data);
            }
            Files.createDirectories(place);
            // Otherwise the binaries go to a folder that belongs to whoever was first on this machine.
            System.setProperty("ot.epg.working-dir", place.resolve("binaries").toString());
            EmbeddedPostgres postgres =
                    configure(place, port).setDataDirectory(data).start();
            EmbeddedDatabase database = new EmbeddedDatabase(postgres, place, folder == null);
            database.createOwnDatabase();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file in which PostgreSQL keeps its process id, for the data of {@code folder}. */
    public static Path pidFile(Path folder) {
        return data(folder.toAbsolutePath()).resolve("postmaster.pid");
    }

    private static Path data(Path folder) {
        return folder.resolve("data");
    }

    private static Path complete(Path data) {
        return data.resolve("operatoros-complete");
    }

    private static EmbeddedPostgres.Builder configure(Path folder, int port) {
        Redirect log = Redirect.appendTo(folder.resolve("postgresql.log").toFile());
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_LIMIT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // The library remembers where it unpacked for each resolver: a new one for each folder.
                .setPgBinaryResolver(new Binaries())
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
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + NAME + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
            Path complete = complete(data(folder));
            if (!Files.exists(complete)) {
                Files.createFile(complete);
            }
        } catch (SQLException e) {
            close();
            throw new IOException(e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    public int port() {
        return postgres.getPort();
    }

    /** The owner of the database; the password is the same word. */
    public String user() {
        return NAME;
    }

    /** The database as its owner sees it. */
    public DataSource dataSource() {
        return postgres.getDatabase(NAME, NAME);
    }

    /** The settings with which the application reaches it. */
    public Map<String, String> settings() {
        return Map.of(
                "PGHOST", HOST,
                "PGPORT", Integer.toString(port()),
                "PGDATABASE", NAME,
                "PGUSER", NAME,
                "PGPASSWORD", NAME);
    }

    /** The process of the server, for tests that stop it the hard way. */
    public ProcessHandle process() throws IOException {
        List<String> lines = Files.readAllLines(pidFile(folder));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .orElseThrow(() -> new IOException("PostgreSQL is not running"));
    }

    @Override
    public void close() {
        try {
            ProcessHandle process = process();
            postgres.close();
            // The library gives up waiting after five seconds, and only logs it.
            if (!ended(process)) {
                process.destroyForcibly();
            }
            if (temporary) {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(ProcessHandle process) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static final class Binaries implements PgBinaryResolver {
        @Override
        public InputStream getPgBinary(String system, String machine) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        }
    }
}
