package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Charges;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeRecords;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.Optional;

/** All refunds (rule SG1). */
public final class Refunds {

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final Charges charges;
    private final RefundMoves moves;
    private final DelayedRefunds delayed;
    private final DisputeRecords disputes;

    /** Refunds of these charges. */
    public Refunds(
            Store store, Clock clock, Events events, Charges charges, RefundMoves moves, DelayedRefunds delayed) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.charges = charges;
        this.moves = moves;
        this.delayed = delayed;
        this.disputes = new DisputeRecords(store);
    }

    /** The charge that paid an intent; Stripe's error when there is none. */
    public JsonObject chargeOf(JsonObject intent) {
        return Json.text(intent, "latest_charge")
                .map(id -> store.get(Kind.CHARGE, id))
                .filter(Refunds::isPaid)
                .orElseThrow(() -> {
                    String message = "This PaymentIntent (" + Json.requiredText(intent, "id")
                            + ") does not have a successful charge to refund.";
                    return StripeError.invalid("payment_intent_unexpected_state", "payment_intent", message);
                });
    }

    private static boolean isPaid(JsonObject charge) {
        return Json.has(charge, "status", "succeeded");
    }

    /** What can still go back. */
    public static long left(JsonObject charge) {
        return charge.get("amount_captured").getAsLong()
                - charge.get("amount_refunded").getAsLong();
    }

    /** A new refund, not stored yet; of all that is left when no amount is given. */
    public JsonObject draft(JsonObject charge, Optional<Long> amount) {
        check(charge, amount);
        String chargeId = Json.requiredText(charge, "id");
        JsonObject refund = Shape.blank(Kind.REFUND);
        if (chargeId.startsWith("py_")) {
            refund.addProperty("id", Json.requiredText(refund, "id").replaceFirst("re_", "pyr_"));
        }
        refund.addProperty("amount", amount.orElseGet(() -> left(charge)));
        refund.addProperty("charge", chargeId);
        refund.addProperty("created", clock.instant().getEpochSecond());
        for (String field : new String[] {"currency", "customer", "payment_intent", "payment_method"}) {
            refund.add(field, charge.get(field));
        }
        refund.add("destination_details", destination(charge));
        return refund;
    }

    private void check(JsonObject charge, Optional<Long> amount) {
        String id = Json.requiredText(charge, "id");
        if (!isPaid(charge)) {
            String message = "Charge " + id + " has not succeeded and cannot be refunded.";
            throw StripeError.invalid(null, "charge", message);
        }
        if (Json.isTrue(charge, "refunded")) {
            String message = "Charge " + id + " has already been refunded.";
            throw StripeError.invalid("charge_already_refunded", null, message);
        }
        if (disputes.isChargedBack(id)) {
            String message = "Charge " + id + " has been charged back; cannot issue a refund.";
            throw StripeError.invalid("charge_disputed", null, message);
        }
        String currency = Json.requiredText(charge, "currency");
        long left = left(charge);
        if (amount.isPresent() && amount.get() > left) {
            String message = "Refund amount (" + Currencies.format(amount.get(), currency)
                    + ") is greater than unrefunded amount on charge (" + Currencies.format(left, currency) + ")";
            throw StripeError.invalid(null, "amount", message);
        }
    }

    private static JsonObject destination(JsonObject charge) {
        String type = Json.requiredText(charge.getAsJsonObject("payment_method_details"), "type");
        JsonObject destination = new JsonObject();
        destination.addProperty("type", type);
        if (type.equals("card")) {
            destination.add("card", Shape.part("refund.card"));
        }
        return destination;
    }

    /** Gives the money back. */
    public void add(JsonObject refund, Cause cause) {
        store.change(() -> {
            Course course = Course.of(chargeOfRefund(refund));
            delayed.plan(refund, course);
            give(refund, course.statusAtFirst(), cause);
        });
    }

    /** Gives the money back to a bank that leaves it so; what comes back is on its way for a moment. */
    public void add(JsonObject refund, RefundStatus status, Cause cause) {
        store.change(() -> {
            give(refund, status.isBack() ? RefundStatus.PENDING : status, cause);
            if (status.isBack()) {
                moves.move(refund, status, cause);
            }
        });
    }

    private void give(JsonObject refund, RefundStatus status, Cause cause) {
        moves.set(refund, status);
        refund.addProperty("balance_transaction", charges.giveBack(chargeOfRefund(refund), refund, cause));
        store.put(Kind.REFUND, refund);
        events.emit("refund.created", refund, cause);
    }

    private JsonObject chargeOfRefund(JsonObject refund) {
        return store.get(Kind.CHARGE, Json.requiredText(refund, "charge"));
    }

    /** Keeps a changed refund; nothing is told when nothing changed. */
    public void change(JsonObject before, JsonObject after, Cause cause) {
        if (!before.equals(after)) {
            store.change(() -> {
                store.put(Kind.REFUND, after);
                events.emitChange("charge.refund.updated", before, after, cause);
                events.emitChange("refund.updated", before, after, cause);
            });
        }
    }
}
