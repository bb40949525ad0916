package com.operatoros.payments.setup;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Makes sure before anybody is served that the settings are right and the schema is the expected one (rules U2 and U3).
 */
@Singleton
@jakarta.ejb.Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {

    private static final Logger LOG = System.getLogger(Startup.class.getName());

    /** With which the sandbox and the guide find the reason in the log. */
    static final String REFUSAL = "Refusing to start: ";

    @Inject
    private Settings settings;

    @Inject
    private Schema schema;

    @PostConstruct
    void start() {
        List<String> problems = SettingsPolicy.findProblems(settings::find);
        if (!problems.isEmpty()) {
            refuse(String.join(" ", problems));
        }
        try {
            schema.migrate(
                    settings.databaseUser().orElse("operatoros"),
                    settings.billing().zone());
        } catch (SchemaBeforeRelease e) {
            refuse(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The database schema cannot be prepared", e);
            refuse("the database schema cannot be prepared, see the error above.");
        }
        LOG.log(
                Level.INFO,
                "OperatorOS Payments {0} is ready in {1} mode, schema {2}",
                Release.version(),
                settings.mode(),
                Schema.EXPECTED_VERSION);
    }

    /** A server without its application would look alive; it ends instead, in a thread that the start does not wait for. */
    private static void refuse(String reason) {
        String message = REFUSAL + reason;
        LOG.log(Level.ERROR, message);
        Thread end = new Thread(() -> Runtime.getRuntime().exit(1), "refusal to start");
        end.start();
        throw new IllegalStateException(message);
    }
}
