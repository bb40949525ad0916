package com.operatoros.payments.sandbox.stripe.event;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** One signed POST of an event to an endpoint. */
record WebhookPost(URI url, String secrets, String body) {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;
    private static final int MOST_OF_ANSWER = 1 << 16;

    Attempt send(Clock clock) {
        try {
            int status = post(clock.instant().getEpochSecond());
            return new Attempt(clock.instant(), Math.max(status, 0), status < 0 ? "no HTTP answer" : null);
        } catch (IOException | IllegalArgumentException e) {
            return new Attempt(clock.instant(), 0, String.valueOf(e.getMessage()));
        }
    }

    private int post(long now) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(Proxy.NO_PROXY);
        try {
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
            connection.setRequestProperty("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)");
            connection.setRequestProperty("Accept", "*/*; q=0.5, application/xml");
            connection.setRequestProperty("Stripe-Signature", Signature.header(secrets, now, body));
            // a kept connection that the other side has closed would make the JDK send the event twice
            connection.setRequestProperty("Connection", "close");
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            int status = connection.getResponseCode();
            drain(status < 400 ? connection.getInputStream() : connection.getErrorStream());
            return status;
        } finally {
            connection.disconnect();
        }
    }

    private static void drain(@Nullable InputStream answer) throws IOException {
        if (answer != null) {
            try (answer) {
                answer.readNBytes(MOST_OF_ANSWER);
            }
        }
    }
}
