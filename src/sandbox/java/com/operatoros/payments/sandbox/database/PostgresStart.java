package com.operatoros.payments.sandbox.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts PostgreSQL in a folder, with the settings that the library's own do not fit. */
record PostgresStart(DatabaseFolder folder, int port) {

    /** What fails comes as an exception; the rest nobody needs to read. Held here, or the level is lost with it. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test");

    private static final Duration LIMIT = Duration.ofMinutes(1);

    EmbeddedPostgres start(UserOfPrograms user) throws IOException {
        LIBRARY.setLevel(Level.OFF);
        // Otherwise the programs go to a folder that belongs to whoever was first on this machine.
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
        user.take(folder.data());
        if (user == UserOfPrograms.NOBODY && !Files.exists(folder.binaries())) {
            try {
                return configure().start();
            } catch (IllegalStateException e) {
                // Only unpacked: the programs have refused to run as root.
                user.wrap(folder.binaries());
            }
        }
        return configure().start();
    }

    private EmbeddedPostgres.Builder configure() {
        Redirect log = Redirect.appendTo(folder.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.data())
                .setPort(port)
                .setCleanDataDirectory(false)
                // The library remembers for each resolver where it unpacked: a new one for each folder.
                .setPgBinaryResolver(new Binaries())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(LIMIT)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setServerConfig("listen_addresses", EmbeddedDatabase.HOST)
                // The socket file in /tmp would clash with that of another user.
                .setServerConfig("unix_socket_directories", "")
                // The library turns both off; what was committed must survive a kill, as it does in production.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                // So that what a page or an event costs can be counted.
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("max_connections", "100")
                // The locale of the library knows no upper and lower case beyond ASCII.
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
    }

    private static final class Binaries implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String machine) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
        }
    }
}
