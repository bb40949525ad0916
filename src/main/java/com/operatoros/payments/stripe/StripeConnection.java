package com.operatoros.payments.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The SDK's client, set up once (rule S1). */
@ApplicationScoped
class StripeConnection {

    static final int CONNECT_MILLIS = 2_000;

    /** Together with connecting it stays below the ten seconds that a person is made to wait. */
    static final int READ_MILLIS = 7_000;

    private static final int MARK_BYTES = 8;

    @Inject
    private StripeSettings settings;

    private Optional<StripeClient> client = Optional.empty();

    @PostConstruct
    void connect() {
        Stripe.enableTelemetry = false;
        Stripe.setAppInfo("OperatorOS Payments", null, null);
        String key = settings.secretKey();
        if (key != null) {
            client = Optional.of(client(key, settings.apiBase()));
        }
    }

    private static StripeClient client(String key, @Nullable URI apiBase) {
        StripeClient.StripeClientBuilder builder = StripeClient.builder()
                .setApiKey(key)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS)
                .setMaxNetworkRetries(0);
        if (apiBase != null) {
            builder.setApiBase(apiBase.toString());
        }
        return builder.build();
    }

    /** Tells the key from every other; nobody can tell the key from it. */
    String keyMark() {
        try {
            byte[] key = String.valueOf(settings.secretKey()).getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The client, unless no key is set. */
    Optional<StripeClient> client() {
        return client;
    }
}
