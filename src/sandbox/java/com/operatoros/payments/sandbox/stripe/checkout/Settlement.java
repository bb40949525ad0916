package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The end of a delayed payment: the bank says yes or no, days after the payer. */
public final class Settlement {

    /** What the bank says. */
    public enum Outcome {
        SUCCEEDED,
        FAILED
    }

    private final Store store;
    private final Payments payments;
    private final Charges charges;
    private final List<BiConsumer<JsonObject, Outcome>> concerned;

    /** Settling these; whoever is concerned is told the payment intent and what the bank said. */
    public Settlement(
            Store store, Payments payments, Charges charges, List<BiConsumer<JsonObject, Outcome>> concerned) {
        this.store = store;
        this.payments = payments;
        this.charges = charges;
        this.concerned = List.copyOf(concerned);
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
                concerned.forEach(one -> one.accept(intent, outcome));
                charges.book(charge);
            }
            case FAILED -> {
                charges.fail(charge, error(), outcome());
                payments.fail(intent, charge, error());
                concerned.forEach(one -> one.accept(intent, outcome));
            }
        }
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
