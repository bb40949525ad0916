package com.operatoros.payments.sandbox;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.mail.MailInbox;
import com.operatoros.payments.sandbox.rehearsal.Application;
import com.operatoros.payments.sandbox.rehearsal.Rehearsal;
import com.operatoros.payments.sandbox.server.ApplicationServer;
import com.operatoros.payments.sandbox.server.Installation;
import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** All parts of the sandbox, started by the thread that makes it, and stopped in the opposite order. */
final class Sandbox implements AutoCloseable {

    private static final String MAIL_PATH = "/_sandbox/mail";
    private static final int PATIENCE_SECONDS = 3;

    private final SandboxSettings settings;
    private final PrintStream out;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ReentrantLock starting = new ReentrantLock();
    private final Thread starter = Thread.currentThread();

    Sandbox(SandboxSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Starts every part and returns when the application answers.
     *
     * @throws CancellationException when it is closed meanwhile
     */
    void start() throws InterruptedException {
        try {
            startAll();
        } catch (RuntimeException e) {
            // Then whatever fails fails because of that.
            throw isClosing() ? new CancellationException() : e;
        }
    }

    private void startAll() throws InterruptedException {
        EmbeddedDatabase database = settings.usesOwnDatabase() ? start("PostgreSQL", this::database) : null;
        MailInbox mail = start("The mail inbox", this::mail);
        StripeSandbox stripe = settings.usesRealStripe() ? null : start("The Stripe sandbox", this::stripe);
        if (stripe == null) {
            start("The mail page", () -> MailPageServer.start(stripePort(), MAIL_PATH, mail.page()));
        } else {
            stripe.mount(MAIL_PATH, mail.page());
            stripe.mount(Rehearsal.PATH, new Rehearsal(application(), stripe.base()));
        }
        Map<String, String> environment = ServerEnvironment.of(
                settings,
                mail.settings(),
                database == null ? Map.of() : database.settings(),
                stripe == null ? null : stripe.base());
        Installation installation = settings.installation();
        ApplicationServer server =
                start("The application server", () -> ApplicationServer.start(installation, environment, out::println));
        Path data = database == null ? null : settings.folder();
        new Startup(server, installation, settings.application(), data).await(closing);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private EmbeddedDatabase database() {
        return EmbeddedDatabase.start(settings.databaseFolder(), settings.port(SandboxPort.SANDBOX_PG_PORT));
    }

    private MailInbox mail() {
        return MailInbox.start(
                settings.port(SandboxPort.SANDBOX_SMTP_PORT), settings.folder().resolve("mail"));
    }

    private StripeSandbox stripe() throws Exception {
        return StripeSandbox.start(new StripeSandbox.Settings(
                stripePort(),
                settings.webhookSecret(),
                URI.create(settings.application() + "/webhooks/stripe"),
                settings.folder().resolve("stripe")));
    }

    private Application application() {
        return new Application(settings.application(), settings.username(), settings.password());
    }

    private int stripePort() {
        return settings.port(SandboxPort.SANDBOX_STRIPE_PORT);
    }

    private <T extends AutoCloseable> T start(String name, Callable<T> call) {
        starting.lock();
        try {
            if (isClosing()) {
                throw new CancellationException();
            }
            T part = call.call();
            parts.push(new Part(name, part));
            return part;
        } catch (Exception e) {
            throw new SandboxProblem(name + " did not start: " + e.getMessage(), e);
        } finally {
            starting.unlock();
        }
    }

    /** Stops a part that is just starting, too; Ctrl-C may have ended what that start is waiting for. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!starting.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                starter.interrupt();
                starting.lock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        while (!parts.isEmpty()) {
            stop(parts.pop());
        }
    }

    private void stop(Part part) {
        try {
            part.what().close();
        } catch (Exception e) {
            out.println(part.name() + " did not stop cleanly: " + e.getMessage());
        }
    }

    private record Part(String name, AutoCloseable what) {}
}
