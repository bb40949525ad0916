package com.operatoros.payments.chaos;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** All that Stripe has, whoever made it. */
final class StripeBooks {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI base;

    StripeBooks(URI base) {
        this.base = base;
    }

    List<JsonObject> links(String paymentId) {
        return all("payment_links", isOf(paymentId));
    }

    /** Drafts included. */
    List<JsonObject> invoices(String paymentId) {
        return all("invoices", isOf(paymentId));
    }

    List<JsonObject> items(String paymentId) {
        return all("invoiceitems", isOf(paymentId));
    }

    List<JsonObject> customers(String email) {
        return all("customers", customer -> email.equals(text(customer, "email")));
    }

    List<JsonObject> refunds(String intentId) {
        return all("refunds", refund -> intentId.equals(text(refund, "payment_intent")));
    }

    List<JsonObject> creditNotes(String invoiceId) {
        return all("credit_notes", note -> invoiceId.equals(text(note, "invoice")));
    }

    /** How often Stripe was made to mail an invoice. */
    int sendings(String invoiceId) {
        return all(
                        "events",
                        event -> "invoice.sent".equals(text(event, "type"))
                                && invoiceId.equals(
                                        text(event.getAsJsonObject("data").getAsJsonObject("object"), "id")))
                .size();
    }

    static String text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    private static Predicate<JsonObject> isOf(String paymentId) {
        return object -> paymentId.equals(text(object.getAsJsonObject("metadata"), "operatoros_payment_id"));
    }

    private List<JsonObject> all(String kind, Predicate<JsonObject> isWanted) {
        List<JsonObject> found = new ArrayList<>();
        String after = "";
        boolean hasMore = true;
        while (hasMore) {
            JsonObject page = get("/v1/" + kind + "?limit=100" + after);
            String last = "";
            for (JsonElement each : page.getAsJsonArray("data")) {
                last = text(each.getAsJsonObject(), "id");
                if (isWanted.test(each.getAsJsonObject())) {
                    found.add(each.getAsJsonObject());
                }
            }
            after = "&starting_after=" + last;
            hasMore = page.get("has_more").getAsBoolean();
        }
        return found;
    }

    private JsonObject get(String path) {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Bearer sk_test_books")
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            return JsonParser.parseString(response.body()).getAsJsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
