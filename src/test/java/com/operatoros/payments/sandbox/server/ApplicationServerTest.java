package com.operatoros.payments.sandbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
/** The server as a child process (rule SL2). */
class ApplicationServerTest {

    private static final String SERVES = "#!/bin/sh\necho \"$GREETING $2\"\nexec tail -f /dev/null\n";

    private final Path folder;
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();

    ApplicationServerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_server_that_is_killed_is_started_again() throws Exception {
        try (ApplicationServer server = start(SERVES)) {
            ProcessHandle first = server.process();

            first.destroyForcibly();

            String line = news.poll(30, TimeUnit.SECONDS);
            assertEquals("The application server has ended (exit code 137) and is started again.", line);
            while (server.restarts() == 0) {
                Thread.onSpinWait();
            }
            assertNotEquals(first.pid(), server.process().pid());
            assertEquals(
                    Long.toString(server.process().pid()),
                    Files.readString(installation().pidFile()));
        }
    }

    @Test
    void closing_leaves_no_process_and_no_pid_file() throws Exception {
        ApplicationServer server = start(SERVES);
        ProcessHandle process = server.process();

        server.close();

        assertFalse(process.isAlive());
        assertFalse(Files.exists(installation().pidFile()));
        assertTrue(news.isEmpty());
    }

    @Test
    void the_words_of_the_application_come_before_those_of_the_server() throws IOException {
        Files.createDirectories(installation().logs());
        Files.writeString(installation().console(), """
                [11/22/26, 22:40:18:639 UTC] 00000022 com.ibm.ws.Thing     E CNTR0020E: noise
                [11/22/26, 22:40:18:640 UTC] 00000022 com.operatoros.payments.setup.Startup   E Refusing to start: why.
                [11/22/26, 22:40:18:641 UTC] 00000022 com.ibm.ws.Manager   E CWWKZ0002E: An exception occurred
                """);

        ConsoleLog log = new ConsoleLog(installation().console());

        assertTrue(log.saysThatTheApplicationFailed());
        assertEquals(List.of("Refusing to start: why."), log.telling());
    }

    private ApplicationServer start(String script) throws IOException {
        Path program = folder.resolve("wlp/bin/server");
        Files.createDirectories(program.getParent());
        Files.writeString(program, script);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return ApplicationServer.start(
                installation(), Map.of("PATH", System.getenv("PATH"), "GREETING", "hello"), news::add);
    }

    private Installation installation() {
        return new Installation(folder.resolve("wlp"), "test", folder.resolve("logs"));
    }
}
