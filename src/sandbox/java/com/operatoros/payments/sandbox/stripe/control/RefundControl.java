package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.refund.Refunds;
import java.util.Optional;

/** Gives money back as a person does in Stripe's own dashboard (rule K7). */
public final class RefundControl implements Control {

    private final Payments payments;
    private final Refunds refunds;

    /** Refunds these. */
    public RefundControl(Payments payments, Refunds refunds) {
        this.payments = payments;
        this.refunds = refunds;
    }

    @Override
    public Reply run(JsonObject input) {
        String intent = BadInput.required(input, "payment_intent");
        Optional<Long> amount = amount(input);
        try {
            return payments.find(intent)
                    .map(found -> refund(refunds.draft(refunds.chargeOf(found), amount)))
                    .orElseGet(() -> Reply.error(404, "there is no payment intent " + intent));
        } catch (StripeError refused) {
            return Reply.error(409, String.valueOf(refused.getMessage()));
        }
    }

    private static Optional<Long> amount(JsonObject input) {
        JsonElement amount = input.get("amount");
        if (amount == null || amount.isJsonNull()) {
            return Optional.empty();
        }
        if (!amount.isJsonPrimitive() || !amount.getAsString().matches("[1-9]\\d{0,11}")) {
            throw new BadInput("\"amount\" must be a whole number of minor units");
        }
        return Optional.of(amount.getAsLong());
    }

    private Reply refund(JsonObject refund) {
        refunds.add(refund, Cause.OUTSIDE);
        JsonObject answer = new JsonObject();
        answer.add("refund", refund.get("id"));
        for (String field : new String[] {"payment_intent", "charge", "amount", "status"}) {
            answer.add(field, refund.get(field));
        }
        return Reply.json(200, answer);
    }
}
