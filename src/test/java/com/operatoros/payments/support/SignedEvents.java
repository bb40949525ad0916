package com.operatoros.payments.support;

import com.stripe.net.Webhook;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.UUID;

/** Deliveries as Stripe makes them, and as a forger would. */
public final class SignedEvents {

    private static final long BEGINNING = 1_795_348_800;

    private SignedEvents() {}

    /** Delivers a body signed now with the right secret. */
    public static AdminApi.Answer deliver(String body) {
        return deliver(
                body, signature(body, Clock.systemUTC().instant().getEpochSecond(), TestEnvironment.WEBHOOK_SECRET));
    }

    /** Delivers a body under a header of the test's own. */
    public static AdminApi.Answer deliver(String body, String signature) {
        AdminApi stranger = AdminApi.asStranger();
        return stranger.send(stranger.request("webhooks/stripe")
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public static String signature(String body, long at, String secret) {
        try {
            return "t=" + at + ",v1=" + Webhook.Util.computeHmacSha256(secret, at + "." + body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Delivers an event of a type about an object, which has happened so many seconds after a moment of the past. */
    public static AdminApi.Answer tell(String type, long seconds, String object) {
        return deliver(event(type, seconds, object));
    }

    /** An event that has not been delivered yet. */
    public static String event(String type, long seconds, String object) {
        return """
                {"id":"evt_%s","object":"event","api_version":"2026-07-29.dahlia","created":%d,"livemode":false,
                 "type":"%s","pending_webhooks":1,"request":null,"data":{"object":%s}}""".formatted(UUID.randomUUID(), BEGINNING + seconds, type, object);
    }

    /** An intent's event that names a payment in its metadata. */
    public static String intentSucceeded(String eventId, String paymentId, long minor) {
        return """
                {"id":"%s","object":"event","api_version":"2026-07-29.dahlia","created":1795348800,"livemode":false,
                 "type":"payment_intent.succeeded","pending_webhooks":1,"request":null,
                 "data":{"object":{"id":"pi_%s","object":"payment_intent","status":"succeeded","amount":%d,
                 "amount_received":%d,"currency":"usd","latest_charge":"ch_%s",
                 "metadata":{"operatoros_payment_id":"%s"}}}}""".formatted(eventId, eventId, minor, minor, eventId, paymentId);
    }

    /** A debit of a payment failed, without a word about why. */
    public static String debitFailed(String paymentId, String intentId) {
        return """
                {"id":"evt_%s","object":"event","api_version":"2026-07-29.dahlia","created":1795348800,"livemode":false,
                 "type":"checkout.session.async_payment_failed","pending_webhooks":1,"request":null,
                 "data":{"object":{"id":"cs_test_%s","object":"checkout.session","payment_status":"unpaid",
                 "amount_total":1999,"currency":"usd","payment_intent":"%s",
                 "metadata":{"operatoros_payment_id":"%s"}}}}""".formatted(UUID.randomUUID(), intentId, intentId, paymentId);
    }

    /** An intent failed for a reason. */
    public static String intentFailed(String paymentId, String intentId, String declineCode) {
        return """
                {"id":"evt_%s","object":"event","api_version":"2026-07-29.dahlia","created":1795348801,"livemode":false,
                 "type":"payment_intent.payment_failed","pending_webhooks":1,"request":null,
                 "data":{"object":{"id":"%s","object":"payment_intent","status":"requires_payment_method","amount":1999,
                 "amount_received":0,"currency":"usd","latest_charge":"ch_%s",
                 "last_payment_error":{"type":"card_error","code":"card_declined","decline_code":"%s","charge":"ch_%s",
                 "message":"It was declined."},
                 "metadata":{"operatoros_payment_id":"%s"}}}}""".formatted(UUID.randomUUID(), intentId, intentId, declineCode, intentId, paymentId);
    }
}
