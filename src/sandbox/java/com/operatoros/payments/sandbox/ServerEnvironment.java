package com.operatoros.payments.sandbox;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment variables of the application server: those of the launcher, completed and made safe. */
final class ServerEnvironment {

    /** The built-in Stripe takes any test key. */
    private static final String SECRET_KEY = "sk_test_sandbox";

    private static final String PUBLISHABLE_KEY = "pk_test_sandbox";

    /** They would move the server's files. */
    private static final List<String> OF_ANOTHER_SERVER = List.of("WLP_USER_DIR", "PID_DIR", "PID_FILE");

    private static final List<String> OF_ANOTHER_DATABASE =
            List.of("DATABASE_URL", "PGMIGRATION_USER", "PGMIGRATION_PASSWORD");

    private final SandboxSettings settings;
    private final Map<String, String> variables;

    private ServerEnvironment(SandboxSettings settings) {
        this.settings = settings;
        this.variables = new HashMap<>(settings.environment());
    }

    /**
     * Puts the variables together.
     *
     * @param database the settings of the embedded database; empty when another one is used
     * @param stripe the address of the built-in Stripe; null when the real one is used
     */
    static Map<String, String> of(
            SandboxSettings settings, Map<String, String> mail, Map<String, String> database, @Nullable URI stripe) {
        ServerEnvironment environment = new ServerEnvironment(settings);
        environment.server();
        environment.application();
        environment.variables.putAll(mail);
        if (!database.isEmpty()) {
            OF_ANOTHER_DATABASE.forEach(environment.variables::remove);
            environment.variables.putAll(database);
        }
        if (stripe != null) {
            // Somebody may want to look at the traffic, with a proxy in front of it.
            environment.unlessSet("STRIPE_API_BASE", stripe.toString());
            environment.variables.put("STRIPE_SECRET_KEY", SECRET_KEY);
            environment.unlessSet("STRIPE_PUBLISHABLE_KEY", PUBLISHABLE_KEY);
        }
        return environment.variables;
    }

    private void server() {
        OF_ANOTHER_SERVER.forEach(variables::remove);
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("WLP_OUTPUT_DIR", settings.installation().work().toString());
        variables.put("LOG_DIR", settings.installation().logs().toString());
        variables.put("HTTP_HOST", settings.httpHost());
        settings.ports().forEach((port, number) -> variables.put(port.name(), Integer.toString(number)));
    }

    private void application() {
        variables.put("PAYMENTS_ENVIRONMENT", "sandbox");
        variables.put("PUBLIC_URL", settings.publicUrl());
        variables.put("STRIPE_WEBHOOK_SECRET", settings.webhookSecrets());
        variables.put("ADMIN_USERNAME", settings.username());
        variables.put("ADMIN_PASSWORD", settings.password());
        unlessSet("FROM_EMAIL", "billing@sandbox.example");
        unlessSet("ADMIN_EMAILS", "admin@sandbox.example");
        unlessSet("BUSINESS_NAME", "OperatorOS Sandbox");
        unlessSet("BUSINESS_EMAIL", "billing@operatoros.example");
        unlessSet("BUSINESS_ADDRESS", "1 Sandbox Street\\nSpringfield");
    }

    private void unlessSet(String name, String value) {
        variables.put(name, settings.get(name, value));
    }
}
