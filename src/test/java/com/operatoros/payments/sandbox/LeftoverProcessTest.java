package com.operatoros.payments.sandbox;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed launcher left is stopped (rule SL2). */
class LeftoverProcessTest {

    private Path folder;
    private Process process;

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path file = Files.createFile(folder.resolve("input"));
        process = new ProcessBuilder("tail", "-f", file.toString()).start();
        Files.writeString(pidFile(), process.pid() + "\nmore lines\n");
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void our_process_is_stopped() {
        boolean found = LeftoverProcess.stop(pidFile(), folder, "TERM");

        assertTrue(found);
        assertFalse(process.isAlive());
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void a_stranger_that_has_got_the_pid_by_now_is_left_alone() {
        boolean found = LeftoverProcess.stop(pidFile(), Path.of("/some/other/folder"), "TERM");

        assertFalse(found);
        assertTrue(process.isAlive());
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void a_damaged_pid_file_is_only_removed() throws IOException {
        Files.writeString(pidFile(), "");

        assertFalse(LeftoverProcess.stop(pidFile(), folder, "TERM"));
        assertFalse(Files.exists(pidFile()));
    }

    @Test
    void a_folder_has_one_launcher() {
        Path file = folder.resolve("launcher.pid");

        try (RunLock lock = RunLock.acquire(file)) {
            assertTrue(Files.exists(file), lock::toString);
            assertThrows(SandboxProblem.class, () -> RunLock.acquire(file).close());
        }

        RunLock.acquire(file).close();
    }

    private Path pidFile() {
        return folder.resolve("it.pid");
    }
}
