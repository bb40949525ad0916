package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;

/** A bank transfer that the payer is to make by himself, whenever he does. */
public record Transfer() implements Instrument {

    @Override
    public String type() {
        return "customer_balance";
    }

    @Override
    public JsonObject methodDetails() {
        return new JsonObject();
    }

    @Override
    public JsonObject chargeDetails(long amount) {
        return new JsonObject();
    }
}
