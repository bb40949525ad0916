package com.operatoros.payments.sandbox;

import java.net.URI;

/** What the person at the console needs to know once everything runs. */
record Banner(SandboxSettings settings) {

    @Override
    public String toString() {
        String here = "http://127.0.0.1:" + settings.port(SandboxPort.SANDBOX_STRIPE_PORT);
        return """

                OperatorOS Payments is ready.

                  Dashboard    %s/admin
                  Login        %s
                  Stripe       %s
                  Mail inbox   %s/_sandbox/mail  (SMTP on port %d)
                  PostgreSQL   %s
                  Data, logs   %s

                Ctrl-C stops everything.
                """.formatted(
                        settings.publicUrl(),
                        login(),
                        settings.usesRealStripe() ? realStripe() : here + "  (built-in, nothing leaves this machine)",
                        here,
                        settings.port(SandboxPort.SANDBOX_SMTP_PORT),
                        database(),
                        settings.folder());
    }

    private String login() {
        String password = settings.isSet("ADMIN_PASSWORD") ? "the one in ADMIN_PASSWORD" : SandboxSettings.PASSWORD;
        return settings.username() + " / " + password;
    }

    private String realStripe() {
        URI application = settings.application();
        return """
                the real one, in test mode; forward its events with
                               stripe listen --forward-to localhost:%d%s/webhooks/stripe
                               and set STRIPE_WEBHOOK_SECRET to the secret it prints""".formatted(application.getPort(), application.getPath());
    }

    private String database() {
        if (settings.usesOwnDatabase()) {
            return "127.0.0.1:%d, database and user operatoros%s"
                    .formatted(
                            settings.port(SandboxPort.SANDBOX_PG_PORT),
                            settings.isSet("DATABASE_URL") ? " (DATABASE_URL is not used here, PGHOST would be)" : "");
        }
        return settings.get("PGHOST", "") + " (from PGHOST)";
    }
}
