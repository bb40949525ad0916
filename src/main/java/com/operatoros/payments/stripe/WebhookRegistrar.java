package com.operatoros.payments.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.WebhookEndpoint;
import com.stripe.net.RequestOptions;
import com.stripe.param.WebhookEndpointCreateParams;
import com.stripe.param.WebhookEndpointListParams;
import com.stripe.param.WebhookEndpointUpdateParams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes Stripe send its events to us. */
@ApplicationScoped
public class WebhookRegistrar {

    private static final Logger LOG = System.getLogger(WebhookRegistrar.class.getName());
    private static final long ALL = 100;

    /** The SDK has an enum for the types, which are words everywhere else. */
    private static final String EVENTS = "enabled_events";

    @Inject
    private StripeConnection connection;

    /** How it ended. */
    public enum End {
        REGISTERED,
        REPAIRED,
        /** It is repaired, but sends events of another version of the API, which can't be changed. */
        OTHER_VERSION,
        /** Such an address is not wanted. */
        REFUSED
    }

    /**
     * Registers an endpoint for all events that say something to us, or mends the one that is registered. The signing
     * secret of a new endpoint is not taken over: it belongs to the settings, and Stripe's dashboard shows it.
     *
     * @param isOurs whether a registered address is ours
     */
    public End register(String url, Predicate<String> isOurs) throws StripeUnreachable {
        StripeClient client = connection.client().orElseThrow(() -> new StripeUnreachable("no secret key is set"));
        try {
            Optional<WebhookEndpoint> known = list(client).stream()
                    .filter(endpoint -> isOurs.test(endpoint.getUrl()))
                    .findFirst();
            if (known.isEmpty()) {
                client.v1().webhookEndpoints().create(creation(url), once());
                return End.REGISTERED;
            }
            client.v1().webhookEndpoints().update(known.get().getId(), repair(known.get()));
            String version = known.get().getApiVersion();
            return version == null || version.equals(StripeAccount.API_VERSION) ? End.REPAIRED : End.OTHER_VERSION;
        } catch (InvalidRequestException e) {
            if (!"url".equals(e.getParam())) {
                throw new StripeUnreachable(StripeFailures.describe(e));
            }
            LOG.log(Level.WARNING, "Stripe refuses the webhook endpoint {0}: {1}", url, StripeFailures.describe(e));
            return End.REFUSED;
        } catch (StripeException e) {
            throw new StripeUnreachable(StripeFailures.describe(e));
        }
    }

    static List<WebhookEndpoint> list(StripeClient client) throws StripeException {
        WebhookEndpointListParams all =
                WebhookEndpointListParams.builder().setLimit(ALL).build();
        return client.v1().webhookEndpoints().list(all).getData();
    }

    private static WebhookEndpointUpdateParams repair(WebhookEndpoint known) {
        Set<String> events = new TreeSet<>(known.getEnabledEvents());
        if (!events.contains("*")) {
            events.addAll(StripeEventTypes.ALL);
        }
        return WebhookEndpointUpdateParams.builder()
                .setDisabled(false)
                .putExtraParam(EVENTS, List.copyOf(events))
                .build();
    }

    private static WebhookEndpointCreateParams creation(String url) {
        return WebhookEndpointCreateParams.builder()
                .setUrl(url)
                .setDescription("OperatorOS Payments")
                .putExtraParam("api_version", StripeAccount.API_VERSION)
                .putExtraParam(EVENTS, StripeEventTypes.ALL)
                .build();
    }

    private static RequestOptions once() {
        return RequestOptions.builder()
                .setIdempotencyKey("webhook_endpoint:" + UUID.randomUUID())
                .build();
    }
}
