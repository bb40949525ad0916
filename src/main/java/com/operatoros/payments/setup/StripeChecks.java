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
            return error(
                    "stripe_key", "STRIPE_SECRET_KEY is not set.", "Set it to a secret key of your Stripe account.");
        }
        String trouble = account.trouble();
        return trouble == null
                ? ok("stripe_key", "Stripe accepts the " + (settings.isLive() ? "live" : "test") + " key.")
                : error(
                        "stripe_key",
                        "Stripe could not be asked: " + trouble,
                        "Check STRIPE_SECRET_KEY and the network.");
    }

    Check publishableKey() {
        return ok(
                "publishable_key",
                settings.publishableKey() == null
                        ? "Not set; the hosted pages do not need it."
                        : "Of the same mode as the secret key.");
    }

    Check webhookSecret() {
        int count = settings.webhookSecrets().size();
        if (count == 0) {
            return error(
                    "webhook_secret",
                    "STRIPE_WEBHOOK_SECRET is not set: every event is refused.",
                    "Set it to the signing secret of the webhook endpoint (whsec_…).");
        }
        return ok("webhook_secret", count == 1 ? "Set." : count + " secrets are accepted while one is being rolled.");
    }

    Check webhookEndpoint(WebhookAddress address) {
        Optional<StripeAccount.Endpoint> endpoint = account.endpoints().stream()
                .filter(known -> address.is(known.url()))
                .findFirst();
        if (endpoint.isEmpty()) {
            return warning(
                    "webhook_endpoint",
                    "Stripe knows no endpoint " + address.url() + ".",
                    "Register it with the button below, or run: stripe listen --forward-to " + address.url());
        }
        if (!endpoint.get().enabled()) {
            return error(
                    "webhook_endpoint",
                    "The endpoint is switched off at Stripe.",
                    "Switch it on with the button below.");
        }
        List<String> missing = missingEvents(endpoint.get());
        if (!missing.isEmpty()) {
            return warning(
                    "webhook_endpoint",
                    "The endpoint does not get all events: " + String.join(", ", missing) + " are missing.",
                    "Add them with the button below; until then only the sweep finds out.");
        }
        String version = endpoint.get().apiVersion();
        if (version != null && !version.equals(StripeAccount.API_VERSION)) {
            return warning(
                    "webhook_endpoint",
                    "The endpoint sends events of API version " + version + ", this program reads "
                            + StripeAccount.API_VERSION + ".",
                    "Delete it in Stripe's dashboard, register it anew with the button below, and set its new secret.");
        }
        return ok("webhook_endpoint", "Registered: " + endpoint.get().url());
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
            return warning("clock", "Stripe's clock is not known.", "Check the connection to Stripe.");
        }
        Duration difference = Duration.between(stripes, now).abs();
        return difference.compareTo(LARGEST_DIFFERENCE) <= 0
                ? ok("clock", "In step with Stripe's.")
                : error(
                        "clock",
                        "It differs from Stripe's by " + difference.toSeconds()
                                + " seconds; signed events may be refused.",
                        "Synchronise this server's clock (NTP).");
    }

    Check accountTimeZone(ZoneId zone) {
        String stripes = account.timeZone();
        if (stripes == null) {
            return warning(
                    "account_time_zone",
                    "The zone of the Stripe account is not known.",
                    "Check the connection to Stripe.");
        }
        return ZoneId.of(stripes).getRules().equals(zone.getRules())
                ? ok("account_time_zone", "The business and the Stripe account are both in " + zone + ".")
                : warning(
                        "account_time_zone",
                        "The business is in " + zone + ", the Stripe account in " + stripes
                                + ": dates may differ by a day.",
                        "Set BUSINESS_TIMEZONE=" + stripes + ", or change the zone in Stripe's settings.");
    }

    static Check publicUrl(String publicUrl) {
        URI uri = URI.create(publicUrl);
        boolean isLocal = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
        if ("https".equals(uri.getScheme()) || isLocal) {
            return ok("public_url", publicUrl);
        }
        return warning(
                "public_url",
                publicUrl + " is not encrypted.",
                "Use https in front of the server, and set PUBLIC_URL.");
    }
}
