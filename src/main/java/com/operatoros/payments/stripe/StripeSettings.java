package com.operatoros.payments.stripe;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key, secrets and an address: all with which Stripe is reached.
 *
 * @param secretKey null when it is not set: then nothing can be created
 * @param webhookSecrets all that are valid now, several while one is being rolled; empty refuses every event
 * @param apiBase another address than Stripe's own
 */
public record StripeSettings(
        @Nullable String secretKey,
        @Nullable String publishableKey,
        List<String> webhookSecrets,
        @Nullable URI apiBase) {

    /** Whether the key moves real money. */
    public boolean isLive() {
        return secretKey != null && (secretKey.startsWith("sk_live_") || secretKey.startsWith("rk_live_"));
    }

    @Override
    public String toString() {
        return "StripeSettings[live=" + isLive() + ", apiBase=" + apiBase + "]";
    }
}
