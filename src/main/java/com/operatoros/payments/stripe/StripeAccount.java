package com.operatoros.payments.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Account;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.StripeResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks Stripe about the account behind the key, for the setup check. */
@ApplicationScoped
public class StripeAccount {

    /** The version of the API that this program speaks. */
    public static final String API_VERSION = Stripe.API_VERSION;

    @Inject
    private StripeConnection connection;

    /**
     * What Stripe told.
     *
     * @param trouble why it could not be asked; null when it answered
     * @param timeZone the zone in which Stripe prints dates
     * @param serverTime Stripe's clock
     */
    public record Report(
            @Nullable String trouble,
            @Nullable String timeZone,
            @Nullable Instant serverTime,
            List<Endpoint> endpoints) {}

    /** A webhook endpoint that is registered at Stripe. */
    public record Endpoint(
            String url, boolean enabled, @Nullable String apiVersion, List<String> events) {}

    /** Asks Stripe now. */
    public Report ask() {
        Optional<StripeClient> client = connection.client();
        if (client.isEmpty()) {
            return new Report("no secret key is set", null, null, List.of());
        }
        try {
            Account account = client.get().v1().accounts().retrieveCurrent();
            return new Report(null, timeZone(account), serverTime(account.getLastResponse()), endpoints(client.get()));
        } catch (StripeException e) {
            return new Report(StripeFailures.describe(e), null, null, List.of());
        } catch (RuntimeException e) {
            return new Report("the answer could not be read: " + e.getClass().getSimpleName(), null, null, List.of());
        }
    }

    private static List<Endpoint> endpoints(StripeClient client) throws StripeException {
        return WebhookRegistrar.list(client).stream()
                .map(StripeAccount::endpoint)
                .toList();
    }

    private static Endpoint endpoint(WebhookEndpoint endpoint) {
        List<String> events = endpoint.getEnabledEvents();
        return new Endpoint(
                endpoint.getUrl(),
                "enabled".equals(endpoint.getStatus()),
                endpoint.getApiVersion(),
                events == null ? List.of() : List.copyOf(events));
    }

    private static @Nullable String timeZone(Account account) {
        Account.Settings settings = account.getSettings();
        return settings == null || settings.getDashboard() == null
                ? null
                : settings.getDashboard().getTimezone();
    }

    private static @Nullable Instant serverTime(@Nullable StripeResponse response) {
        if (response == null) {
            return null;
        }
        Optional<String> date = response.headers().firstValue("Date");
        try {
            return date.map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
