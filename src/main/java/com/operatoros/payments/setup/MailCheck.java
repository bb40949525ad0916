package com.operatoros.payments.setup;

import static com.operatoros.payments.setup.SetupReport.Check.error;
import static com.operatoros.payments.setup.SetupReport.Check.ok;
import static com.operatoros.payments.setup.SetupReport.Check.warning;

import com.operatoros.payments.mail.Encryption;
import com.operatoros.payments.mail.MailServer;
import com.operatoros.payments.mail.MailSettings;
import com.operatoros.payments.mail.MailStates;
import com.operatoros.payments.setup.SetupReport.Check;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Checks whether mail can leave; it logs in at the mail server. */
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
        long held = held();
        return held == 0 ? ofServer() : ofServer().and(Message.of("check.mail.held", held));
    }

    private Check ofServer() {
        if (!settings.isConfigured()) {
            return warning(NAME, Message.of("check.mail.missing"), Message.of("check.mail.missing.fix"));
        }
        Optional<Message> trouble = server.findTrouble();
        if (trouble.isPresent()) {
            return error(NAME, Message.of("check.mail.trouble", trouble.get()), Message.of("check.mail.trouble.fix"));
        }
        if (settings.hasLogin() && settings.encryption() == Encryption.NONE) {
            return warning(NAME, Message.of("check.mail.plain"), Message.of("check.mail.plain.fix"));
        }
        return settings.admins().isEmpty()
                ? warning(NAME, Message.of("check.mail.no_admin"), Message.of("check.mail.no_admin.fix"))
                : ok(NAME, Message.of("check.mail.ready"));
    }

    private long held() {
        try {
            return settings.isConfigured() ? states.held() : 0;
        } catch (RuntimeException e) {
            // The check of the database says it.
            return 0;
        }
    }
}
