package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Settlement;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Locale;
import java.util.Optional;

/** Ends a delayed payment (rule SK2). */
public final class SettleControl implements Control {

    private final Payments payments;
    private final Settlement settlement;

    /** Settles these. */
    public SettleControl(Payments payments, Settlement settlement) {
        this.payments = payments;
        this.settlement = settlement;
    }

    @Override
    public Reply run(JsonObject input) {
        String intent = BadInput.required(input, "payment_intent");
        Optional<Settlement.Outcome> wanted = Json.text(input, "outcome").map(SettleControl::outcome);
        if (payments.find(intent).isEmpty()) {
            return Reply.error(404, "there is no payment intent " + intent);
        }
        return settlement
                .settle(intent, wanted)
                .map(outcome -> settled(intent, outcome))
                .orElseGet(() -> Reply.error(409, "the payment intent is not processing"));
    }

    static Settlement.Outcome outcome(String name) {
        return switch (name) {
            case "succeeded" -> Settlement.Outcome.SUCCEEDED;
            case "failed" -> Settlement.Outcome.FAILED;
            default -> throw new BadInput("\"outcome\" must be succeeded or failed");
        };
    }

    private static Reply settled(String intent, Settlement.Outcome outcome) {
        JsonObject answer = new JsonObject();
        answer.addProperty("payment_intent", intent);
        answer.addProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
        return Reply.json(200, answer);
    }
}
