package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Transfers;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Map;

/** Makes the bank transfers that payers have chosen, and calls off what was chosen (rule SK14). */
public final class TransferControls {

    private final Store store;
    private final Payments payments;
    private final Transfers transfers;

    /** The controls of these. */
    public TransferControls(Store store, Payments payments, Transfers transfers) {
        this.store = store;
        this.payments = payments;
        this.transfers = transfers;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of("POST /_sandbox/transfer", this::transfer, "POST /_sandbox/cancel_intent", this::cancel);
    }

    private Reply transfer(JsonObject input) {
        String intent = BadInput.required(input, "payment_intent");
        return transfers
                .arrive(intent, BadInput.amount(input, "amount"))
                .map(isWhole -> told(intent, isWhole ? "paid" : "waiting"))
                .orElseGet(() -> Reply.error(409, "no transfer is waited for"));
    }

    private Reply cancel(JsonObject input) {
        String id = BadInput.required(input, "payment_intent");
        return store.change(() -> payments.find(id)
                .filter(Payments::isCancelable)
                .map(intent -> {
                    payments.cancel(intent, "abandoned", Cause.OUTSIDE);
                    return told(id, "canceled");
                })
                .orElseGet(() -> Reply.error(409, "the payment intent cannot be canceled")));
    }

    private static Reply told(String intent, String outcome) {
        JsonObject answer = new JsonObject();
        answer.addProperty("payment_intent", intent);
        answer.addProperty("outcome", outcome);
        return Reply.json(200, answer);
    }
}
