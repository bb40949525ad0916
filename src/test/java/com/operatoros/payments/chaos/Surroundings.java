package com.operatoros.payments.chaos;

import com.operatoros.payments.sandbox.database.EmbeddedDatabase;
import com.operatoros.payments.sandbox.mail.MailInbox;
import com.operatoros.payments.sandbox.stripe.StripeSandbox;
import com.operatoros.payments.support.DatabaseRoad;
import com.operatoros.payments.support.MailRoad;
import com.operatoros.payments.support.TestEnvironment;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** PostgreSQL, Stripe and a mail server, all real, and the ways to them. */
record Surroundings(
        EmbeddedDatabase database, DatabaseRoad databaseRoad, MailInbox mail, MailRoad mailRoad, StripeSandbox stripe)
        implements AutoCloseable {

    static Surroundings open() throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.start(null, 0);
        MailInbox mail = MailInbox.start(0, null);
        return new Surroundings(
                database,
                DatabaseRoad.to(database.port()),
                mail,
                MailRoad.to(mail.port()),
                StripeSandbox.start(new StripeSandbox.Settings(0, TestEnvironment.WEBHOOK_SECRET, null, null)));
    }

    /** The settings with which a server finds all of them. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("PGPORT", Integer.toString(databaseRoad.port()));
        settings.putAll(mail.settings());
        settings.put("SMTP_PORT", Integer.toString(mailRoad.port()));
        settings.put("STRIPE_API_BASE", stripe.base().toString());
        return settings;
    }

    @Override
    public void close() {
        stripe.close();
        mailRoad.close();
        mail.close();
        databaseRoad.close();
        database.close();
    }
}
