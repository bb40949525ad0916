package com.operatoros.payments.setup;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.business.Business;
import com.operatoros.payments.business.InvoiceMailer;
import com.operatoros.payments.mail.Encryption;
import com.operatoros.payments.mail.MailSettings;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.notification.feed.FeedSettings;
import com.operatoros.payments.stripe.StripeSettings;
import com.operatoros.payments.webhook.WebhookSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * All settings, as {@code liberty/server.env.example} describes them (rule U1). Long since all settings are read here,
 * and nowhere else.
 */
@ApplicationScoped
public class Settings {

    private final Config config = ConfigProvider.getConfig();
    private final String node = UUID.randomUUID().toString();

    /** The text of a setting; an empty one counts as not set. */
    Optional<String> find(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String get(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    private @Nullable String orNull(String name) {
        return find(name).orElse(null);
    }

    List<String> list(String name) {
        return Arrays.stream(get(name, "").split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Optional<Environment> environment() {
        return Environment.find(get("PAYMENTS_ENVIRONMENT", "test"));
    }

    /** What money this is: {@code sandbox}, {@code test} or {@code live}. */
    public String mode() {
        if (environment().equals(Optional.of(Environment.SANDBOX))) {
            return "sandbox";
        }
        return stripe().isLive() ? "live" : "test";
    }

    /** Where the Stripe-shaped server of the sandbox is, on which payers can be played; nothing anywhere else. */
    public Optional<URI> sandboxControls() {
        return mode().equals("sandbox") ? Optional.ofNullable(stripe().apiBase()) : Optional.empty();
    }

    private String publicUrl() {
        String url = get("PUBLIC_URL", "http://localhost:9080");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    Optional<String> databaseUser() {
        return find("PGUSER");
    }

    @Produces
    @Singleton
    StripeSettings stripe() {
        return new StripeSettings(
                orNull("STRIPE_SECRET_KEY"),
                orNull("STRIPE_PUBLISHABLE_KEY"),
                list("STRIPE_WEBHOOK_SECRET"),
                find("STRIPE_API_BASE").map(URI::create).orElse(null));
    }

    @Produces
    @Singleton
    WebhookSettings webhook() {
        return new WebhookSettings(Set.copyOf(list("STRIPE_IP_ALLOWLIST")));
    }

    @Produces
    @Singleton
    MailSettings mail() {
        Integer port = find("SMTP_PORT").map(Integer::valueOf).orElse(null);
        Encryption encryption = Encryption.of(get("SMTP_TLS", ""), port);
        return new MailSettings(
                orNull("SMTP_SERVER"),
                port == null ? encryption.usualPort() : port,
                encryption,
                find("SMTP_USERNAME").isPresent(),
                orNull("FROM_EMAIL"),
                list("ADMIN_EMAILS"));
    }

    @Produces
    @Singleton
    FeedSettings feed() {
        return new FeedSettings(
                find("OPERATOROS_URL").map(URI::create).orElse(null),
                find("OPERATOROS_NOTIFY_URL").map(URI::create).orElse(null),
                orNull("OPERATOROS_NOTIFY_SECRET"));
    }

    @Produces
    @Singleton
    BillingProfile billing() {
        return new BillingProfile(
                business(),
                ZoneId.of(get("BUSINESS_TIMEZONE", "UTC")),
                Currency.find(get("DEFAULT_CURRENCY", "usd")).orElse(Currency.USD),
                Integer.parseInt(get("DEFAULT_DUE_DAYS", "30")),
                InvoiceMailer.find(get("INVOICE_EMAIL", "auto")).orElse(InvoiceMailer.AUTO),
                publicUrl(),
                node,
                stripe().isLive());
    }

    /** In a variable of the environment, \n stands for a new line. */
    private Business business() {
        return new Business(
                get("BUSINESS_NAME", ""),
                orNull("BUSINESS_EMAIL"),
                orNull("BUSINESS_PHONE"),
                lines("BUSINESS_ADDRESS"),
                orNull("BUSINESS_TAX_ID"),
                orNull("BUSINESS_WEBSITE"),
                lines("INVOICE_FOOTER"));
    }

    private @Nullable String lines(String name) {
        return find(name).map(text -> text.replace("\\n", "\n")).orElse(null);
    }

    /** The system's time in microseconds, as the database keeps it. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
