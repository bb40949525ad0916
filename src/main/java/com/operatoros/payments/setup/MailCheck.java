package com.operatoros.payments.setup;

import static com.operatoros.payments.setup.SetupReport.Check.error;
import static com.operatoros.payments.setup.SetupReport.Check.ok;
import static com.operatoros.payments.setup.SetupReport.Check.warning;

import com.operatoros.payments.mail.Encryption;
import com.operatoros.payments.mail.MailServer;
import com.operatoros.payments.mail.MailSettings;
import com.operatoros.payments.mail.MailStates;
import com.operatoros.payments.setup.SetupReport.Check;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What the setup check says about mail; it logs in at the mail server. */
@ApplicationScoped
class MailCheck {

    private static final String NAME = "mail";

    @Inject
    private MailSettings settings;

    @Inject
    private MailServer server;

    @Inject
    private MailStates states;

    Check check() {
        if (!settings.isConfigured()) {
            return warning(NAME, "Not configured: clients and admins get no mail.", "Set SMTP_SERVER and FROM_EMAIL.");
        }
        Optional<String> trouble = server.findTrouble();
        if (trouble.isPresent()) {
            return error(
                    NAME,
                    trouble.get() + waiting(),
                    "Check SMTP_SERVER, SMTP_PORT, SMTP_TLS, SMTP_USERNAME and SMTP_PASSWORD; what waits is sent by itself.");
        }
        if (settings.hasLogin() && settings.encryption() == Encryption.NONE) {
            return warning(NAME, "The password goes to the mail server unprotected.", "Set SMTP_TLS=starttls or ssl.");
        }
        return settings.admins().isEmpty()
                ? warning(NAME, "The mail server is ready; no admin is told anything." + waiting(), "Set ADMIN_EMAILS.")
                : ok(NAME, "The mail server is ready." + waiting());
    }

    private String waiting() {
        try {
            long held = states.held();
            return held == 0 ? "" : " Mails that wait to be tried again: " + held + ".";
        } catch (RuntimeException e) {
            // The check of the database says it.
            return "";
        }
    }
}
