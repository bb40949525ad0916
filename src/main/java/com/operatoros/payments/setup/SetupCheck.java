package com.operatoros.payments.setup;

import static com.operatoros.payments.setup.SetupReport.Check.error;
import static com.operatoros.payments.setup.SetupReport.Check.ok;
import static com.operatoros.payments.setup.SetupReport.Check.warning;
import static jakarta.ejb.TransactionAttributeType.NOT_SUPPORTED;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.setup.SetupReport.Check;
import com.operatoros.payments.stripe.StripeAccount;
import com.operatoros.payments.stripe.StripeSettings;
import com.operatoros.payments.text.Message;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at everything that must be set up, and says how to mend what is not. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(NOT_SUPPORTED)
public class SetupCheck {

    @Inject
    private Settings settings;

    @Inject
    private StripeSettings stripeSettings;

    @Inject
    private BillingProfile profile;

    @Inject
    private StripeAccount account;

    @Inject
    private DatabaseProbe database;

    @Inject
    private Schema schema;

    @Inject
    private MailCheck mail;

    @Inject
    private Clock clock;

    /** Checks now; it asks the database and Stripe. */
    public SetupReport run() {
        StripeChecks stripe = new StripeChecks(stripeSettings, account.ask());
        WebhookAddress address = new WebhookAddress(
                profile.publicUrl(), settings.sandboxControls().isPresent());
        return new SetupReport(
                settings.mode(),
                List.of(
                        database(),
                        schema(),
                        ok("stripe_library", Message.of("check.stripe_library.version", StripeAccount.API_VERSION)),
                        stripe.key(),
                        stripe.publishableKey(),
                        stripe.webhookSecret(),
                        stripe.webhookEndpoint(address),
                        webhookRecent(),
                        stripe.clock(clock.instant()),
                        stripe.accountTimeZone(profile.zone()),
                        mail.check(),
                        StripeChecks.publicUrl(address),
                        business()));
    }

    private Check database() {
        try {
            return ok("database", Message.of("check.database.version", database.version()));
        } catch (SQLException | RuntimeException e) {
            return error("database", Message.of("check.database.silent"), Message.of("check.database.silent.fix"));
        }
    }

    private Check schema() {
        try {
            String version = schema.version().orElse("none");
            return version.equals(Schema.EXPECTED_VERSION)
                    ? ok("schema", Message.of("check.schema.version", version))
                    : error("schema", Message.of("check.schema.other", version), Message.of("check.schema.other.fix"));
        } catch (RuntimeException e) {
            return error("schema", Message.of("check.schema.unreadable"), Message.of("check.schema.unreadable.fix"));
        }
    }

    private Check webhookRecent() {
        try {
            Optional<Instant> last = database.lastEvent();
            Optional<Instant> thin = database.lastThinEvent();
            if (thin.filter(at -> last.isEmpty() || at.isAfter(last.get())).isPresent()) {
                return warning(
                        "webhook_recent",
                        Message.of("check.webhook_recent.thin"),
                        Message.of("check.webhook_recent.thin.fix"));
            }
            return last.isPresent()
                    ? ok("webhook_recent", age(last.get()))
                    : warning(
                            "webhook_recent",
                            Message.of("check.webhook_recent.none"),
                            Message.of("check.webhook_recent.none.fix"));
        } catch (SQLException | RuntimeException e) {
            return error(
                    "webhook_recent",
                    Message.of("check.webhook_recent.silent"),
                    Message.of("check.webhook_recent.silent.fix"));
        }
    }

    private Message age(Instant last) {
        Duration age = Duration.between(last, clock.instant());
        String at = last.truncatedTo(ChronoUnit.SECONDS).toString();
        if (age.toHours() < 2) {
            return Message.of("check.webhook_recent.minutes", at, Math.max(0, age.toMinutes()));
        }
        return age.toDays() < 2
                ? Message.of("check.webhook_recent.hours", at, age.toHours())
                : Message.of("check.webhook_recent.days", at, age.toDays());
    }

    private Check business() {
        List<String> missing = missing("BUSINESS_NAME", "BUSINESS_EMAIL", "BUSINESS_ADDRESS");
        List<String> optional = missing("BUSINESS_PHONE", "BUSINESS_TAX_ID", "BUSINESS_WEBSITE", "INVOICE_FOOTER");
        Check check = missing.isEmpty()
                ? ok("business", Message.of("check.business.named", profile.businessName()))
                : warning(
                        "business",
                        Message.of("check.business.missing", String.join(", ", missing)),
                        Message.of("check.business.missing.fix"));
        return optional.isEmpty()
                ? check
                : check.and(Message.of("check.business.optional", String.join(", ", optional)));
    }

    private List<String> missing(String... names) {
        return Stream.of(names).filter(name -> settings.find(name).isEmpty()).toList();
    }
}
