package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.PaymentLinks;
import com.operatoros.payments.sandbox.stripe.http.Reply;

/** Duplicates a payment link as a person does in Stripe's own dashboard (rule SK16). */
public final class LinkCopyControl implements Control {

    private final PaymentLinks links;

    /** Duplicates these. */
    public LinkCopyControl(PaymentLinks links) {
        this.links = links;
    }

    @Override
    public Reply run(JsonObject input) {
        String id = BadInput.required(input, "id");
        return links.find(id)
                .map(links::copy)
                .map(copy -> {
                    JsonObject answer = new JsonObject();
                    answer.add("id", copy.get("id"));
                    answer.add("url", copy.get("url"));
                    return Reply.json(200, answer);
                })
                .orElseGet(() -> Reply.error(404, "there is no payment link " + id));
    }
}
