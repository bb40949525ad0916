package com.operatoros.payments.sandbox;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.server.Installation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the product with everything around it, and stops it all on Ctrl-C or SIGTERM: {@code mvn -Psandbox}. */
public final class SandboxLauncher {

    /** The libraries tell at length what they do; held here, or the setting is lost with the logger. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    /** Maven's own stream fails now and then while the process ends, which is when we still have things to do. */
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), true);

    private SandboxLauncher() {}

    public static void main(String[] arguments) throws InterruptedException {
        LIBRARIES.setLevel(Level.WARNING);
        try {
            run(SandboxSettings.of(
                    System.getenv(),
                    Path.of(System.getProperty("sandbox.folder", ".sandbox")),
                    Path.of(System.getProperty("liberty.home", "target/liberty/wlp"))));
        } catch (CancellationException | InterruptedException e) {
            // Ctrl-C while it was starting: the hook is stopping what there is, and the process ends after it.
        } catch (SandboxProblem e) {
            OUT.printf("%n%s%n", e.getMessage());
            System.exit(1);
        } catch (RuntimeException | IOException e) {
            // Not thrown on: Maven would unload the classes that are still needed to stop everything.
            e.printStackTrace(OUT);
            System.exit(1);
        }
        // Maven ends when this method returns.
        new CountDownLatch(1).await();
    }

    private static void run(SandboxSettings settings) throws InterruptedException, IOException {
        createPrivately(settings.folder());
        RunLock lock = RunLock.acquire(settings.folder().resolve("launcher.pid"));
        stopLeftovers(settings);
        PortCheck.requireFree(settings);
        Sandbox sandbox = new Sandbox(settings, OUT);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(sandbox, lock), "sandbox-stop"));
        OUT.println("Starting the sandbox ...");
        sandbox.start();
        OUT.println(new Banner(settings));
    }

    /** Other users of this machine have no business in the mails and the data. */
    private static void createPrivately(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void stopLeftovers(SandboxSettings settings) {
        Installation installation = settings.installation();
        boolean server = LeftoverProcess.stop(installation.pidFile(), installation.home(), "TERM");
        Path database = settings.databaseFolder();
        boolean postgres = LeftoverProcess.stop(EmbeddedDatabase.pidFile(database), database, "INT");
        if (server || postgres) {
            OUT.println("Stopped what an earlier run had left behind.");
        }
    }

    private static void stop(Sandbox sandbox, RunLock lock) {
        OUT.printf("%nStopping ...%n");
        sandbox.close();
        lock.close();
        OUT.println("Stopped.");
    }
}
