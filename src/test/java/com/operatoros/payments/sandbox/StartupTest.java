package com.operatoros.payments.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.sandbox.server.ApplicationServer;
import com.operatoros.payments.sandbox.server.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class StartupTest {

    private static final String REFUSES_THE_SCHEMA = """
            #!/bin/sh
            echo '[11/22/26, 22:40:18:640 UTC] 00000022 com.operatoros.payments.setup.Startup   E Refusing to start: The\
             schema operatoros_payments is from a version before the first release, from which nothing is migrated.'
            exit 1
            """;

    private final Path folder;

    StartupTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void data_from_before_the_first_release_is_named_with_what_to_do() throws IOException {
        Path data = folder.resolve(".sandbox");

        SandboxProblem problem = failure(data);

        assertEquals("""
                The data in %s is from a version before the first release, and nothing is migrated from it.
                Delete this folder and start the sandbox again, with new data.""".formatted(data), problem.getMessage());
    }

    @Test
    void of_another_database_it_tells_what_the_application_says() throws IOException {
        SandboxProblem problem = failure(null);

        assertTrue(String.valueOf(problem.getMessage())
                .contains("The schema operatoros_payments is from a version before"));
    }

    private SandboxProblem failure(@Nullable Path data) throws IOException {
        Installation installation = new Installation(folder.resolve("wlp"), "test", folder.resolve("logs"));
        Path program = installation.home().resolve("bin/server");
        Files.createDirectories(program.getParent());
        Files.writeString(program, REFUSES_THE_SCHEMA);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        try (ApplicationServer server = ApplicationServer.start(installation, Map.of(), line -> {})) {
            Startup startup = new Startup(server, installation, URI.create("http://127.0.0.1:1"), data);
            return assertThrows(SandboxProblem.class, () -> startup.await(new CountDownLatch(1)));
        }
    }
}
