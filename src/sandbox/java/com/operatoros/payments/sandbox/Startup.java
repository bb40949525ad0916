package com.operatoros.payments.sandbox;

import com.operatoros.payments.sandbox.server.ApplicationServer;
import com.operatoros.payments.sandbox.server.ConsoleLog;
import com.operatoros.payments.sandbox.server.Installation;
import com.operatoros.payments.sandbox.server.ReadyCheck;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits until the application answers, or finds out why it never will.
 *
 * @param data the folder of the sandbox's own database; null when another one is used
 */
record Startup(
        ApplicationServer server,
        Installation installation,
        URI application,
        @Nullable Path data) {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int POLL_MILLIS = 300;

    void await(CountDownLatch closing) throws InterruptedException {
        ReadyCheck check = new ReadyCheck(URI.create(application + "/health"));
        ConsoleLog log = new ConsoleLog(installation.console());
        long start = System.nanoTime();
        while (!check.isReady()) {
            refuseDataFromBeforeTheRelease(log);
            if (server.restarts() > 1) {
                throw problem("The application server keeps ending while it starts.", log);
            }
            if (log.saysThatTheApplicationFailed()) {
                throw problem("The application did not start.", log);
            }
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw problem("The application is not ready after " + LIMIT.toSeconds() + " s.", log);
            }
            if (closing.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new CancellationException();
            }
        }
    }

    private void refuseDataFromBeforeTheRelease(ConsoleLog log) {
        if (data != null && log.saysThatTheSchemaIsFromBeforeTheRelease()) {
            throw new SandboxProblem(("The data in %s is from a version before the first release, and nothing is"
                            + " migrated from it.%nDelete this folder and start the sandbox again, with new data.")
                    .formatted(data));
        }
    }

    private static SandboxProblem problem(String what, ConsoleLog log) {
        String lines = String.join(System.lineSeparator(), log.telling());
        return new SandboxProblem("%s%n%s%nMore in %s".formatted(what, lines, log.file()));
    }
}
