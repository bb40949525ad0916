package com.operatoros.payments.support;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a person does at Stripe, or what goes wrong there. */
public final class StripeControls {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private StripeControls() {}

    /** The next calls that create a link fail so. */
    public static void failToCreateLinks(String kind, boolean afterEffect, int times) {
        fail("/v1/payment_links", kind, afterEffect, times);
    }

    /** The next POSTs whose path ends so fail. */
    public static void fail(String path, String kind, boolean afterEffect, int times) {
        JsonObject fault = new JsonObject();
        fault.addProperty("method", "POST");
        fault.addProperty("path", path);
        fault.addProperty("kind", kind);
        fault.addProperty("after_effect", afterEffect);
        fault.addProperty("times", times);
        post("faults", fault);
    }

    /** The next GETs whose path ends so fail. */
    public static void failReads(String path, String kind, int times) {
        JsonObject fault = new JsonObject();
        fault.addProperty("method", "GET");
        fault.addProperty("path", path);
        fault.addProperty("kind", kind);
        fault.addProperty("times", times);
        post("faults", fault);
    }

    /** What somebody with the account's key changes at Stripe, as a form. */
    public static JsonObject change(String path, String form) {
        return send(HttpRequest.newBuilder(TestEnvironment.stripe().base().resolve(path))
                .header("Authorization", "Bearer sk_test_reader")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Nothing fails any more. */
    public static void recover() {
        send(request("faults").DELETE());
    }

    /** Pays a link as its hosted page would. */
    public static JsonObject pay(String linkId, String card) {
        JsonObject payment = new JsonObject();
        payment.addProperty("id", linkId);
        payment.addProperty("card", card);
        return post("pay", payment);
    }

    /** A delayed payment comes to its end. */
    public static void settle(String intentId, String outcome) {
        JsonObject settlement = new JsonObject();
        settlement.addProperty("payment_intent", intentId);
        settlement.addProperty("outcome", outcome);
        post("settle", settlement);
    }

    /** How events are delivered from now on: {@code on}, {@code off}, {@code duplicate} or {@code reverse}. */
    public static void deliver(String mode) {
        JsonObject webhooks = new JsonObject();
        webhooks.addProperty("mode", mode);
        post("webhooks", webhooks);
    }

    /** What happened so far and how it was delivered, newest first: {@code {mode, data: [{id, type, created, deliveries}]}}. */
    public static JsonObject deliveries() {
        return send(request("webhooks"));
    }

    /** Delivers an event again, a lost one too. */
    public static JsonObject redeliver(String eventId) {
        return post("webhooks/redeliver", one("event", eventId));
    }

    /** Gives all that is left of a payment back, without a word to the application. */
    public static JsonObject refund(String intentId) {
        return post("refund", one("payment_intent", intentId));
    }

    /** Gives a part of a payment back, in minor units. */
    public static JsonObject refund(String intentId, long amount) {
        JsonObject refund = one("payment_intent", intentId);
        refund.addProperty("amount", amount);
        return post("refund", refund);
    }

    /** Gives a part of a payment back to a bank that takes its time. */
    public static JsonObject refundLater(String intentId, long amount) {
        JsonObject refund = one("payment_intent", intentId);
        refund.addProperty("amount", amount);
        refund.addProperty("pending", true);
        return post("refund", refund);
    }

    /** The bank takes a refund, or does not: {@code succeeded} or {@code failed}. */
    public static JsonObject settleRefund(String refundId, String outcome) {
        JsonObject settlement = one("refund", refundId);
        settlement.addProperty("outcome", outcome);
        return post("refund/settle", settlement);
    }

    /** The payer's bank demands a payment back. */
    public static JsonObject dispute(String intentId) {
        return post("dispute", one("payment_intent", intentId));
    }

    /** The payer's bank only asks about a payment. */
    public static JsonObject inquire(String intentId) {
        JsonObject inquiry = one("payment_intent", intentId);
        inquiry.addProperty("inquiry", true);
        return post("dispute", inquiry);
    }

    /** The newest dispute of a payment moves on, such as to {@code under_review} or {@code needs_response}. */
    public static JsonObject updateDispute(String intentId, String status) {
        JsonObject update = one("payment_intent", intentId);
        update.addProperty("status", status);
        return post("dispute/update", update);
    }

    /** The newest dispute of a payment ends: {@code won}, {@code lost} or {@code warning_closed}. */
    public static JsonObject closeDispute(String intentId, String outcome) {
        JsonObject end = one("payment_intent", intentId);
        end.addProperty("outcome", outcome);
        return post("dispute/close", end);
    }

    /** Somebody voids an invoice in Stripe's own dashboard. */
    public static JsonObject voidInvoice(String invoiceId) {
        return post("invoice/void", one("invoice", invoiceId));
    }

    /** Somebody gives an invoice up in Stripe's own dashboard. */
    public static JsonObject markUncollectible(String invoiceId) {
        return post("invoice/uncollectible", one("invoice", invoiceId));
    }

    /** Stripe tells that a draft could not be finalized. */
    public static JsonObject failFinalization(String invoiceId) {
        return post("invoice/finalization_failed", one("invoice", invoiceId));
    }

    /** An invoice is paid, and so much more than is due, in minor units. */
    public static JsonObject overpay(String invoiceId, long excess) {
        JsonObject payment = one("invoice", invoiceId);
        payment.addProperty("amount", excess);
        return post("overpay", payment);
    }

    /** Pays a link or an invoice by bank debit, which settles later. */
    public static JsonObject payByDebit(String id, String iban) {
        JsonObject payment = one("id", id);
        payment.addProperty("iban", iban);
        return post("pay", payment);
    }

    /** Uses any control, which is to succeed: a JSON object with single quotes. */
    public static JsonObject use(String control, String json, Object... values) {
        return post(control, JsonParser.parseString(json.formatted(values)).getAsJsonObject());
    }

    /** Every key may do everything again. */
    public static void permit() {
        send(request("permissions").DELETE());
    }

    private static JsonObject one(String name, String value) {
        JsonObject json = new JsonObject();
        json.addProperty(name, value);
        return json;
    }

    /** What somebody with the account's key reads at Stripe. */
    public static JsonObject read(String path) {
        return send(HttpRequest.newBuilder(TestEnvironment.stripe().base().resolve(path))
                .header("Authorization", "Bearer sk_test_reader"));
    }

    /** What somebody with the account's key removes at Stripe. */
    public static void delete(String path) {
        send(HttpRequest.newBuilder(TestEnvironment.stripe().base().resolve(path))
                .header("Authorization", "Bearer sk_test_reader")
                .DELETE());
    }

    private static JsonObject post(String control, JsonObject body) {
        return send(request(control).POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static HttpRequest.Builder request(String control) {
        return HttpRequest.newBuilder(TestEnvironment.stripe().base().resolve("/_sandbox/" + control));
    }

    private static JsonObject send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
