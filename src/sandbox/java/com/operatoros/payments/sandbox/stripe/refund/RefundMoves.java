package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Charges;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;

/** How refunds move on (rule SG6), each move with its events and its money. */
public final class RefundMoves {

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(45);

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final Charges charges;

    /** Moves of refunds of these charges. */
    public RefundMoves(Store store, Clock clock, Events events, Charges charges) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.charges = charges;
    }

    /** Moves a refund on; Stripe's error when it cannot move there. */
    public void move(JsonObject refund, RefundStatus next, Cause cause) {
        RefundStatus now = RefundStatus.of(refund);
        if (!now.canBecome(next)) {
            String message = "A refund that is " + now.label() + " can't become " + next.label() + ".";
            throw StripeError.invalid(null, null, message);
        }
        store.change(() -> {
            JsonObject before = refund.deepCopy();
            set(refund, next);
            if (next.isBack()) {
                refund.addProperty("failure_reason", reason(next));
                refund.addProperty("failure_balance_transaction", charges.keep(refund));
            }
            store.remove(Kind.REFUND_COURSE, Json.requiredText(refund, "id"));
            store.put(Kind.REFUND, refund);
            events.emitChange("charge.refund.updated", before, refund, cause);
            if (next == RefundStatus.FAILED) {
                events.emit("refund.failed", refund, cause);
            }
            events.emitChange("refund.updated", before, refund, cause);
        });
    }

    private static String reason(RefundStatus end) {
        return end == RefundStatus.CANCELED ? "merchant_request" : "expired_or_canceled_card";
    }

    /** Gives a refund its status, with what Stripe shows beside it. */
    void set(JsonObject refund, RefundStatus status) {
        refund.addProperty("status", status.label());
        refund.remove("pending_reason");
        refund.remove("next_action");
        if (status == RefundStatus.PENDING) {
            refund.addProperty("pending_reason", "processing");
        }
        if (status == RefundStatus.REQUIRES_ACTION) {
            refund.add("next_action", question(refund));
        }
    }

    /** Stripe's mail that asks the payer where the money is to go. */
    private JsonObject question(JsonObject refund) {
        long now = clock.instant().getEpochSecond();
        JsonObject charge = store.get(Kind.CHARGE, Json.requiredText(refund, "charge"));
        JsonObject sent = new JsonObject();
        sent.addProperty("email_sent_at", now);
        sent.addProperty(
                "email_sent_to",
                Json.text(charge.getAsJsonObject("billing_details"), "email").orElse("payer@example.com"));
        JsonObject details = new JsonObject();
        details.add("email_sent", sent);
        details.addProperty("expires_at", now + TIME_TO_ANSWER.toSeconds());
        JsonObject action = new JsonObject();
        action.add("display_details", details);
        action.addProperty("type", "display_details");
        return action;
    }
}
