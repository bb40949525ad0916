package com.operatoros.payments.setup;

import com.operatoros.payments.business.DueDate;
import com.operatoros.payments.money.Currency;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Decides with which settings the module must not start (rule U2); the messages never repeat a secret. */
final class SettingsPolicy {

    private static final Set<String> KNOWN_PASSWORDS = Set.of("admin", "admin123", "sandbox", "password");
    private static final Pattern SECRET_KEY = Pattern.compile("(sk|rk)_(test|live)_\\S+");
    private static final Pattern PUBLISHABLE_KEY = Pattern.compile("pk_(test|live)_\\S+");

    private final Function<String, Optional<String>> settings;
    private final List<String> problems = new ArrayList<>();

    private SettingsPolicy(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** What is wrong, in words for the person who starts the server. */
    static List<String> findProblems(Function<String, Optional<String>> settings) {
        SettingsPolicy policy = new SettingsPolicy(settings);
        policy.checkPassword();
        policy.checkKeys();
        policy.checkBusiness();
        policy.checkOperatorOs();
        policy.problems.addAll(MailSettingsPolicy.findProblems(settings));
        return policy.problems;
    }

    private Optional<Environment> environment() {
        return Environment.find(settings.apply("PAYMENTS_ENVIRONMENT").orElse("test"));
    }

    private boolean isIn(Environment environment) {
        return environment().equals(Optional.of(environment));
    }

    private void checkPassword() {
        if (environment().isEmpty()) {
            problems.add("PAYMENTS_ENVIRONMENT must be sandbox, test or production.");
        }
        Optional<String> password = settings.apply("ADMIN_PASSWORD");
        if (password.isEmpty()) {
            problems.add("ADMIN_PASSWORD is not set; there is no default password.");
        } else if (!isIn(Environment.SANDBOX) && KNOWN_PASSWORDS.contains(password.get())) {
            problems.add("ADMIN_PASSWORD is one that everybody knows; choose another.");
        }
    }

    private void checkKeys() {
        Optional<String> secret = settings.apply("STRIPE_SECRET_KEY");
        boolean isLive = secret.filter(key -> key.contains("_live_")).isPresent();
        boolean isProduction = isIn(Environment.PRODUCTION);
        if (secret.isPresent() && !SECRET_KEY.matcher(secret.get()).matches()) {
            problems.add(
                    "STRIPE_SECRET_KEY is not a secret key: it begins with sk_test_, sk_live_, rk_test_ or rk_live_.");
        } else if (isLive && !isProduction) {
            problems.add("STRIPE_SECRET_KEY is a live key; set PAYMENTS_ENVIRONMENT=production to move real money.");
        } else if (secret.isPresent() && !isLive && isProduction) {
            problems.add("STRIPE_SECRET_KEY is a test key, which does not belong into production.");
        }
        if (isLive && settings.apply("STRIPE_API_BASE").isPresent()) {
            problems.add("STRIPE_API_BASE must not be set together with a live key.");
        }
        checkUrl("STRIPE_API_BASE");
        checkPublishableKey(isLive);
    }

    private void checkPublishableKey(boolean isLive) {
        Optional<String> key = settings.apply("STRIPE_PUBLISHABLE_KEY");
        if (key.isPresent() && !PUBLISHABLE_KEY.matcher(key.get()).matches()) {
            problems.add("STRIPE_PUBLISHABLE_KEY is not a publishable key: it begins with pk_test_ or pk_live_.");
        } else if (key.isPresent() && key.get().startsWith("pk_live_") != isLive) {
            problems.add("STRIPE_PUBLISHABLE_KEY and STRIPE_SECRET_KEY are of different modes.");
        }
    }

    private void checkBusiness() {
        checkUrl("PUBLIC_URL");
        Optional<String> currency = settings.apply("DEFAULT_CURRENCY");
        if (currency.isPresent() && Currency.find(currency.get()).isEmpty()) {
            problems.add("DEFAULT_CURRENCY is not a currency that Stripe takes.");
        }
        Optional<String> zone = settings.apply("BUSINESS_TIMEZONE");
        if (zone.isPresent() && !isZone(zone.get())) {
            problems.add("BUSINESS_TIMEZONE is not a time zone, such as Europe/Berlin.");
        }
        Optional<String> days = settings.apply("DEFAULT_DUE_DAYS");
        if (days.isPresent() && DueDate.readDays(days.get()).isEmpty()) {
            problems.add("DEFAULT_DUE_DAYS is not a number of days from 0 to 365.");
        }
    }

    private void checkOperatorOs() {
        checkUrl("OPERATOROS_URL");
        checkUrl("OPERATOROS_NOTIFY_URL");
        boolean isFeeding = settings.apply("OPERATOROS_NOTIFY_URL").isPresent();
        if (isFeeding && settings.apply("OPERATOROS_NOTIFY_SECRET").isEmpty()) {
            problems.add("OPERATOROS_NOTIFY_SECRET is not set; it signs what is posted to OPERATOROS_NOTIFY_URL.");
        }
    }

    private void checkUrl(String name) {
        Optional<String> url = settings.apply(name);
        if (url.isPresent() && !isUrl(url.get())) {
            problems.add(name + " is not an address that begins with http:// or https://.");
        }
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = URI.create(text);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
