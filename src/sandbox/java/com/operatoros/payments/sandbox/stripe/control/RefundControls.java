package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Settlement;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.refund.DelayedRefunds;
import com.operatoros.payments.sandbox.stripe.refund.Refunds;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Map;
import java.util.Optional;

/** Gives money back as a person does in Stripe's own dashboard, and plays the bank that takes it or not (rule SK7). */
public final class RefundControls {

    private final Store store;
    private final Payments payments;
    private final Refunds refunds;
    private final DelayedRefunds delayed;

    /** Refunds these. */
    public RefundControls(Store store, Payments payments, Refunds refunds, DelayedRefunds delayed) {
        this.store = store;
        this.payments = payments;
        this.refunds = refunds;
        this.delayed = delayed;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of(
                "POST /_sandbox/refund", this::refund,
                "POST /_sandbox/refund/settle", this::settle);
    }

    /** Gives money back. */
    private Reply refund(JsonObject input) {
        String intent = BadInput.required(input, "payment_intent");
        Optional<Long> amount = BadInput.amount(input, "amount");
        boolean waits = Json.isTrue(input, "pending");
        return Refusal.as409(() -> store.change(() -> payments.find(intent)
                .map(found -> refund(refunds.draft(refunds.chargeOf(found), amount), waits))
                .orElseGet(() -> Reply.error(404, "there is no payment intent " + intent))));
    }

    private Reply refund(JsonObject refund, boolean waits) {
        if (waits) {
            refunds.addWaiting(refund, Cause.OUTSIDE);
        } else {
            refunds.add(refund, Cause.OUTSIDE);
        }
        return told(refund);
    }

    /** Ends a refund that waits, or fails one that seemed to have succeeded. */
    private Reply settle(JsonObject input) {
        String id = BadInput.required(input, "refund");
        boolean fails = SettleControl.outcome(BadInput.required(input, "outcome")) == Settlement.Outcome.FAILED;
        return store.change(() -> {
            if (store.find(Kind.REFUND, id).isEmpty()) {
                return Reply.error(404, "there is no refund " + id);
            }
            return delayed.settle(id, fails)
                    .map(RefundControls::told)
                    .orElseGet(() -> Reply.error(409, "the refund has ended already"));
        });
    }

    private static Reply told(JsonObject refund) {
        JsonObject answer = new JsonObject();
        answer.add("refund", refund.get("id"));
        for (String field : new String[] {"payment_intent", "charge", "amount", "status"}) {
            answer.add(field, refund.get(field));
        }
        return Reply.json(200, answer);
    }
}
