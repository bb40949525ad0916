package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Optional;

/** The end of a delayed payment: the bank says yes or no, days after the payer. */
public final class Settlement {

    /** What the bank says. */
    public enum Outcome {
        SUCCEEDED,
        FAILED
    }

    private final Store store;
    private final Events events;
    private final Payments payments;
    private final Charges charges;

    /** Settling these. */
    public Settlement(Store store, Events events, Payments payments, Charges charges) {
        this.store = store;
        this.events = events;
        this.payments = payments;
        this.charges = charges;
    }

    /** Settles a payment intent; empty when it is not processing. Without an outcome the test account decides. */
    public Optional<Outcome> settle(String intentId, Optional<Outcome> wanted) {
        return store.change(() -> payments.find(intentId)
                .filter(intent -> Json.has(intent, "status", "processing"))
                .map(intent -> {
                    JsonObject charge = charges.get(Json.requiredText(intent, "latest_charge"));
                    Outcome outcome =
                            wanted.orElseGet(() -> Iban.failsByDefault(charge) ? Outcome.FAILED : Outcome.SUCCEEDED);
                    settle(intent, charge, outcome);
                    return outcome;
                }));
    }

    private void settle(JsonObject intent, JsonObject charge, Outcome outcome) {
        switch (outcome) {
            case SUCCEEDED -> {
                charges.succeed(charge);
                payments.succeed(intent, charge);
                tellSession(intent, "paid", "checkout.session.async_payment_succeeded");
                charges.book(charge);
            }
            case FAILED -> {
                charges.fail(charge, error(), outcome());
                payments.fail(intent, charge, error());
                tellSession(intent, "unpaid", "checkout.session.async_payment_failed");
            }
        }
    }

    private void tellSession(JsonObject intent, String paymentStatus, String type) {
        String id = Json.requiredText(intent, "id");
        store.newestFirst(Kind.CHECKOUT_SESSION, session -> Json.has(session, "payment_intent", id))
                .forEach(session -> {
                    session.addProperty("payment_status", paymentStatus);
                    store.put(Kind.CHECKOUT_SESSION, session);
                    events.emit(type, session, Cause.OUTSIDE);
                });
    }

    private static JsonObject error() {
        String code = "payment_intent_payment_attempt_failed";
        JsonObject error = new JsonObject();
        error.addProperty("code", code);
        error.addProperty("doc_url", StripeError.docUrl(code));
        error.addProperty("message", "The payment failed.");
        error.addProperty("type", "invalid_request_error");
        return error;
    }

    private static JsonObject outcome() {
        JsonObject outcome = Shape.part("charge.outcome");
        outcome.addProperty("network_status", "declined_by_network");
        outcome.addProperty("reason", "generic_decline");
        outcome.addProperty("seller_message", "The bank did not return any further details with this decline.");
        outcome.addProperty("type", "issuer_declined");
        return outcome;
    }
}
