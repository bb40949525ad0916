package com.operatoros.payments.support;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.mail.MailInbox;
import com.operatoros.payments.sandbox.rehearsal.Application;
import com.operatoros.payments.sandbox.rehearsal.Rehearsal;
import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What surrounds the server of the integration tests: PostgreSQL, Stripe and mail, all real, on free ports. */
public final class TestEnvironment {

    /** The admin's login. */
    public static final String USERNAME = "admin";

    public static final String PASSWORD = "correct-horse-battery-staple";

    public static final String WEBHOOK_SECRET = "whsec_integration_tests";

    private static @Nullable TestEnvironment current;

    private final ServerPorts ports;
    private final EmbeddedDatabase database;
    private final MailInbox mail;
    private final MailRoad mailRoad;
    private final StripeSandbox stripe;
    private final NotificationReceiver operatorOs;
    private @Nullable Node application;

    private TestEnvironment() throws IOException {
        ports = ServerPorts.free();
        database = EmbeddedDatabase.start(null, 0);
        mail = MailInbox.start(0, null);
        mailRoad = MailRoad.to(mail.port());
        operatorOs = NotificationReceiver.start();
        URI webhooks = ports.base().resolve("webhooks/stripe");
        stripe = StripeSandbox.start(new StripeSandbox.Settings(0, WEBHOOK_SECRET, webhooks, null));
        Application application = new Application(ports.base(), USERNAME, PASSWORD);
        stripe.mount(Rehearsal.PATH, new Rehearsal(application, stripe.base()));
    }

    /** Starts the application among all this, unless it runs. */
    static void startApplication() {
        application().awaitReady();
    }

    private static synchronized Node application() {
        TestEnvironment environment = started();
        Node known = environment.application;
        if (known != null) {
            return known;
        }
        Node started = Node.start("application", environment.ports, environment.settings());
        environment.application = started;
        return started;
    }

    /** Tells a server that somebody else will start where it finds all this. */
    static synchronized void prepareServer() {
        TestEnvironment environment = started();
        try {
            ServerConfiguration.of(environment.ports)
                    .with(environment.settings())
                    .write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestEnvironment started() {
        TestEnvironment known = current;
        if (known != null) {
            return known;
        }
        try {
            TestEnvironment started = new TestEnvironment();
            current = started;
            // For a run that is cut off by Ctrl-C, where the session is never closed.
            Runtime.getRuntime().addShutdownHook(new Thread(TestEnvironment::stop, "test-environment-stop"));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("PGMIGRATION_USER", database.user());
        settings.put("PGMIGRATION_PASSWORD", database.user());
        settings.putAll(mail.settings());
        settings.put("SMTP_PORT", Integer.toString(mailRoad.port()));
        settings.put("STRIPE_API_BASE", stripe.base().toString());
        settings.putAll(operatorOs.settings());
        return settings;
    }

    static synchronized void stop() {
        if (current != null) {
            if (current.application != null) {
                current.application.close();
            }
            current.stripe.close();
            current.operatorOs.close();
            current.mailRoad.close();
            current.mail.close();
            current.database.close();
            current = null;
        }
    }

    private static synchronized TestEnvironment current() {
        return Objects.requireNonNull(current, "only integration tests have this, and they run in the build");
    }

    /** The address of the application, with a slash at the end. */
    public static URI baseUrl() {
        return current().ports.base();
    }

    public static StripeSandbox stripe() {
        return current().stripe;
    }

    public static MailInbox mail() {
        return current().mail;
    }

    /** The way to the inbox, on which anything can go wrong. */
    public static MailRoad mailRoad() {
        return current().mailRoad;
    }

    /** Where notifications are posted. */
    public static NotificationReceiver operatorOs() {
        return current().operatorOs;
    }

    public static EmbeddedDatabase database() {
        return current().database;
    }

    /** The database as the application sees it, apart from the schema. */
    public static DataSource dataSource() {
        return database().dataSource();
    }

    /** A connection of the test's own. */
    public static Connection connect() throws SQLException {
        return dataSource().getConnection();
    }
}
