package com.operatoros.payments.chaos;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a payer does at Stripe. */
final class StripeHands {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String GOOD_CARD = "4242424242424242";

    private final URI base;

    StripeHands(URI base) {
        this.base = base;
    }

    /** Pays a link or an invoice. */
    void pay(String id) {
        JsonObject payment = new JsonObject();
        payment.addProperty("id", id);
        payment.addProperty("card", GOOD_CARD);
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/_sandbox/pay"))
                .POST(HttpRequest.BodyPublishers.ofString(payment.toString()))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
