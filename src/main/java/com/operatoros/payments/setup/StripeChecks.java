package com.operatoros.payments.setup;

import static com.operatoros.payments.setup.SetupReport.Check.error;
import static com.operatoros.payments.setup.SetupReport.Check.ok;
import static com.operatoros.payments.setup.SetupReport.Check.warning;

import com.operatoros.payments.setup.SetupReport.Check;
import com.operatoros.payments.stripe.StripeAccount;
import com.operatoros.payments.stripe.StripeEventTypes;
import com.operatoros.payments.stripe.StripeSettings;
import com.operatoros.payments.text.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A round of checks of what has to do with Stripe, from the settings and from what Stripe told. */
record StripeChecks(StripeSettings settings, StripeAccount.Report account) {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration LARGEST_DIFFERENCE = Duration.ofSeconds(60);

    Check key() {
        if (settings.secretKey() == null) {
            return error(
                    "stripe_key", Message.of("check.stripe_key.missing"), Message.of("check.stripe_key.missing.fix"));
        }
        String trouble = account.trouble();
        return trouble == null
                ? ok("stripe_key", Message.of(settings.isLive() ? "check.stripe_key.live" : "check.stripe_key.test"))
                : error(
                        "stripe_key",
                        Message.of("check.stripe_key.trouble", trouble),
                        Message.of("check.stripe_key.trouble.fix"));
    }

    Check publishableKey() {
        return ok(
                "publishable_key",
                Message.of(
                        settings.publishableKey() == null
                                ? "check.publishable_key.missing"
                                : "check.publishable_key.fits"));
    }

    Check webhookSecret() {
        int count = settings.webhookSecrets().size();
        if (count == 0) {
            return error(
                    "webhook_secret",
                    Message.of("check.webhook_secret.missing"),
                    Message.of("check.webhook_secret.missing.fix"));
        }
        return ok("webhook_secret", Message.of("check.webhook_secret.set", count));
    }

    Check webhookEndpoint(WebhookAddress address) {
        Optional<StripeAccount.Endpoint> endpoint = account.endpoints().stream()
                .filter(known -> address.is(known.url()))
                .findFirst();
        if (endpoint.isEmpty()) {
            return warning(
                    "webhook_endpoint",
                    Message.of("check.webhook_endpoint.missing", address.url()),
                    Message.of("check.webhook_endpoint.missing.fix", address.url()));
        }
        if (!endpoint.get().enabled()) {
            return error(
                    "webhook_endpoint",
                    Message.of("check.webhook_endpoint.off"),
                    Message.of("check.webhook_endpoint.off.fix"));
        }
        List<String> missing = missingEvents(endpoint.get());
        if (!missing.isEmpty()) {
            return warning(
                    "webhook_endpoint",
                    Message.of("check.webhook_endpoint.events", String.join(", ", missing)),
                    Message.of("check.webhook_endpoint.events.fix"));
        }
        String version = endpoint.get().apiVersion();
        if (version != null && !version.equals(StripeAccount.API_VERSION)) {
            return warning(
                    "webhook_endpoint",
                    Message.of("check.webhook_endpoint.version", version, StripeAccount.API_VERSION),
                    Message.of("check.webhook_endpoint.version.fix"));
        }
        return ok(
                "webhook_endpoint",
                Message.of("check.webhook_endpoint.registered", endpoint.get().url()));
    }

    private static List<String> missingEvents(StripeAccount.Endpoint endpoint) {
        List<String> enabled = endpoint.events();
        return enabled.contains("*")
                ? List.of()
                : StripeEventTypes.ALL.stream()
                        .filter(type -> !enabled.contains(type))
                        .toList();
    }

    Check clock(Instant now) {
        Instant stripes = account.serverTime();
        if (stripes == null) {
            return warning("clock", Message.of("check.clock.unknown"), Message.of("check.unknown.fix"));
        }
        Duration difference = Duration.between(stripes, now).abs();
        return difference.compareTo(LARGEST_DIFFERENCE) <= 0
                ? ok("clock", Message.of("check.clock.fits"))
                : error(
                        "clock",
                        Message.of("check.clock.differs", difference.toSeconds()),
                        Message.of("check.clock.differs.fix"));
    }

    Check accountTimeZone(ZoneId zone) {
        String stripes = account.timeZone();
        if (stripes == null) {
            return warning("account_time_zone", Message.of("check.zone.unknown"), Message.of("check.unknown.fix"));
        }
        return ZoneId.of(stripes).getRules().equals(zone.getRules())
                ? ok("account_time_zone", Message.of("check.zone.fits", zone.getId()))
                : warning(
                        "account_time_zone",
                        Message.of("check.zone.differs", zone.getId(), stripes),
                        Message.of("check.zone.differs.fix", stripes));
    }

    static Check publicUrl(WebhookAddress address) {
        String publicUrl = address.publicUrl();
        URI uri = URI.create(publicUrl);
        boolean isLocal = LOCAL.contains(String.valueOf(uri.getHost()));
        if (isLocal && !address.isSandbox()) {
            return warning(
                    "public_url",
                    Message.of("check.public_url.local", publicUrl),
                    Message.of("check.public_url.local.fix"));
        }
        if ("https".equals(uri.getScheme()) || isLocal) {
            return ok("public_url", Message.of("check.public_url.fine", publicUrl));
        }
        return warning(
                "public_url",
                Message.of("check.public_url.plain", publicUrl),
                Message.of("check.public_url.plain.fix"));
    }
}
