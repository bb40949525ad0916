package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Settlement;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.refund.RefundMoves;
import com.operatoros.payments.sandbox.stripe.refund.RefundStatus;
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
    private final RefundMoves moves;

    /** Refunds these. */
    public RefundControls(Store store, Payments payments, Refunds refunds, RefundMoves moves) {
        this.store = store;
        this.payments = payments;
        this.refunds = refunds;
        this.moves = moves;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of(
                "POST /_sandbox/refund", this::refund,
                "POST /_sandbox/refund/move", input -> move(input, status(BadInput.required(input, "status"))),
                "POST /_sandbox/refund/settle", this::settle);
    }

    /** Gives money back. */
    private Reply refund(JsonObject input) {
        String intent = BadInput.required(input, "payment_intent");
        Optional<Long> amount = BadInput.amount(input, "amount");
        Optional<RefundStatus> status = Json.text(input, "status")
                .map(RefundControls::status)
                .or(() -> Optional.of(RefundStatus.PENDING).filter(waits -> Json.isTrue(input, "pending")));
        return Refusal.as409(() -> store.change(() -> payments.find(intent)
                .map(found -> refund(refunds.draft(refunds.chargeOf(found), amount), status))
                .orElseGet(() -> Reply.error(404, "there is no payment intent " + intent))));
    }

    private Reply refund(JsonObject refund, Optional<RefundStatus> status) {
        status.ifPresentOrElse(
                known -> refunds.add(refund, known, Cause.OUTSIDE), () -> refunds.add(refund, Cause.OUTSIDE));
        return told(refund);
    }

    /** Ends a refund that waits, or fails one that seemed to have succeeded. */
    private Reply settle(JsonObject input) {
        boolean fails = SettleControl.outcome(BadInput.required(input, "outcome")) == Settlement.Outcome.FAILED;
        return move(input, fails ? RefundStatus.FAILED : RefundStatus.SUCCEEDED);
    }

    private Reply move(JsonObject input, RefundStatus status) {
        String id = BadInput.required(input, "refund");
        return Refusal.as409(() -> store.change(() -> store.find(Kind.REFUND, id)
                .map(refund -> {
                    moves.move(refund, status, Cause.OUTSIDE);
                    return told(refund);
                })
                .orElseGet(() -> Reply.error(404, "there is no refund " + id))));
    }

    private static RefundStatus status(String name) {
        return RefundStatus.named(name)
                .orElseThrow(() ->
                        new BadInput("\"status\" must be pending, requires_action, succeeded, failed or canceled"));
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
