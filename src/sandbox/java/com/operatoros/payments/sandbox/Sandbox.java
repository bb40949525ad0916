package com.operatoros.payments.sandbox;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.mail.MailInbox;
import com.operatoros.payments.sandbox.server.ApplicationServer;
import com.operatoros.payments.sandbox.server.Installation;
import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** All parts of the sandbox, stopped in the opposite order of their start. */
final class Sandbox implements AutoCloseable {

    private static final String MAIL_PATH = "/_sandbox/mail";

    private final SandboxSettings settings;
    private final PrintStream out;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    Sandbox(SandboxSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Starts every part and returns when the application answers. */
    void start() throws InterruptedException {
        EmbeddedDatabase database = settings.usesOwnDatabase() ? start("PostgreSQL", this::database) : null;
        MailInbox mail = start("The mail inbox", this::mail);
        StripeSandbox stripe = settings.usesRealStripe() ? null : start("The Stripe sandbox", this::stripe);
        if (stripe == null) {
            start("The mail page", () -> MailPageServer.start(stripePort(), MAIL_PATH, mail.page()));
        } else {
            stripe.mount(MAIL_PATH, mail.page());
        }
        Map<String, String> environment = ServerEnvironment.of(
                settings,
                mail.settings(),
                database == null ? Map.of() : database.settings(),
                stripe == null ? null : stripe.base());
        Installation installation = settings.installation();
        ApplicationServer server =
                start("The application server", () -> ApplicationServer.start(installation, environment, out::println));
        new Startup(server, installation, settings.application()).await(closing);
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

    private int stripePort() {
        return settings.port(SandboxPort.SANDBOX_STRIPE_PORT);
    }

    /** Holds the same lock as {@link #close()}, so that a part which is just starting is stopped too. */
    private synchronized <T extends AutoCloseable> T start(String name, Callable<T> starter) {
        if (closing.getCount() == 0) {
            throw new CancellationException();
        }
        try {
            T part = starter.call();
            parts.push(new Part(name, part));
            return part;
        } catch (Exception e) {
            if (closing.getCount() == 0) {
                throw new CancellationException();
            }
            throw new SandboxProblem(name + " did not start: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            while (!parts.isEmpty()) {
                stop(parts.pop());
            }
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
