package com.operatoros.payments.setup;

import static com.operatoros.payments.setup.SetupReport.Check.error;
import static com.operatoros.payments.setup.SetupReport.Check.ok;
import static com.operatoros.payments.setup.SetupReport.Check.warning;

import com.operatoros.payments.setup.SetupReport.Check;
import com.operatoros.payments.stripe.StripeAccount;
import com.operatoros.payments.stripe.StripeEventTypes;
import com.operatoros.payments.stripe.StripeSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What the setup check says about Stripe, from the settings and from what Stripe told. */
record StripeChecks(StripeSettings settings, StripeAccount.Report account) {

    private static final Duration LARGEST_DIFFERENCE = Duration.ofSeconds(60);

    Check key() {
        if (settings.secretKey() == null) {
            return error("stripe_key", Words.of("stripe_key.missing"), Words.of("stripe_key.missing.fix"));
        }
        String trouble = account.trouble();
        return trouble == null
                ? ok("stripe_key", Words.of(settings.isLive() ? "stripe_key.live" : "stripe_key.test"))
                : error("stripe_key", Words.of("stripe_key.trouble", trouble), Words.of("stripe_key.trouble.fix"));
    }

    Check publishableKey() {
        return ok(
                "publishable_key",
                Words.of(settings.publishableKey() == null ? "publishable_key.missing" : "publishable_key.fits"));
    }

    Check webhookSecret() {
        int count = settings.webhookSecrets().size();
        if (count == 0) {
            return error("webhook_secret", Words.of("webhook_secret.missing"), Words.of("webhook_secret.missing.fix"));
        }
        return ok("webhook_secret", Words.of("webhook_secret.set", count));
    }

    Check webhookEndpoint(WebhookAddress address) {
        Optional<StripeAccount.Endpoint> endpoint = account.endpoints().stream()
                .filter(known -> address.is(known.url()))
                .findFirst();
        if (endpoint.isEmpty()) {
            return warning(
                    "webhook_endpoint",
                    Words.of("webhook_endpoint.missing", address.url()),
                    Words.of("webhook_endpoint.missing.fix", address.url()));
        }
        if (!endpoint.get().enabled()) {
            return error("webhook_endpoint", Words.of("webhook_endpoint.off"), Words.of("webhook_endpoint.off.fix"));
        }
        List<String> missing = missingEvents(endpoint.get());
        if (!missing.isEmpty()) {
            return warning(
                    "webhook_endpoint",
                    Words.of("webhook_endpoint.events", String.join(", ", missing)),
                    Words.of("webhook_endpoint.events.fix"));
        }
        String version = endpoint.get().apiVersion();
        if (version != null && !version.equals(StripeAccount.API_VERSION)) {
            return warning(
                    "webhook_endpoint",
                    Words.of("webhook_endpoint.version", version, StripeAccount.API_VERSION),
                    Words.of("webhook_endpoint.version.fix"));
        }
        return ok(
                "webhook_endpoint",
                Words.of("webhook_endpoint.registered", endpoint.get().url()));
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
            return warning("clock", Words.of("clock.unknown"), Words.of("unknown.fix"));
        }
        Duration difference = Duration.between(stripes, now).abs();
        return difference.compareTo(LARGEST_DIFFERENCE) <= 0
                ? ok("clock", Words.of("clock.fits"))
                : error("clock", Words.of("clock.differs", difference.toSeconds()), Words.of("clock.differs.fix"));
    }

    Check accountTimeZone(ZoneId zone) {
        String stripes = account.timeZone();
        if (stripes == null) {
            return warning("account_time_zone", Words.of("zone.unknown"), Words.of("unknown.fix"));
        }
        return ZoneId.of(stripes).getRules().equals(zone.getRules())
                ? ok("account_time_zone", Words.of("zone.fits", zone.getId()))
                : warning(
                        "account_time_zone",
                        Words.of("zone.differs", zone.getId(), stripes),
                        Words.of("zone.differs.fix", stripes));
    }

    static Check publicUrl(String publicUrl) {
        URI uri = URI.create(publicUrl);
        boolean isLocal = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        if ("https".equals(uri.getScheme()) || isLocal) {
            return ok("public_url", Words.of("public_url.fine", publicUrl));
        }
        return warning("public_url", Words.of("public_url.plain", publicUrl), Words.of("public_url.plain.fix"));
    }
}
