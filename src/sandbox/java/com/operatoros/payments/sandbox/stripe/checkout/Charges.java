package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.time.Clock;

/** All charges: one for each attempt to pay, with its payment method and, when it succeeds, its balance transaction. */
public final class Charges {

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final BalanceTransactions balance;
    private final URI base;

    /** Charges with receipts below this address. */
    public Charges(Store store, Clock clock, Events events, URI base) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.balance = new BalanceTransactions(store, clock);
        this.base = base;
    }

    /** A new attempt to pay an intent, not decided yet and not stored. */
    JsonObject attempt(JsonObject intent, Instrument instrument, Payer payer) {
        JsonObject method = method(instrument, payer);
        JsonObject charge = Shape.blank(Kind.CHARGE);
        if (instrument instanceof Iban) {
            charge.addProperty("id", Ids.next("py_"));
        }
        charge.add("amount", intent.get("amount"));
        charge.add("billing_details", payer.billingDetails());
        charge.addProperty("created", clock.instant().getEpochSecond());
        charge.add("currency", intent.get("currency"));
        charge.addProperty("customer", payer.customer());
        charge.add("description", intent.get("description"));
        charge.add("metadata", intent.get("metadata"));
        charge.add("payment_intent", intent.get("id"));
        charge.add("payment_method", method.get("id"));
        charge.add(
                "payment_method_details",
                details(instrument, intent.get("amount").getAsLong()));
        Json.object(intent, "presentment_details").ifPresent(details -> charge.add("presentment_details", details));
        charge.add("statement_descriptor_suffix", intent.get("statement_descriptor_suffix"));
        charge.add("transfer_group", intent.get("transfer_group"));
        return charge;
    }

    private static JsonObject details(Instrument instrument, long amount) {
        JsonObject details = new JsonObject();
        details.add(instrument.type(), instrument.chargeDetails(amount));
        details.addProperty("type", instrument.type());
        return details;
    }

    private JsonObject method(Instrument instrument, Payer payer) {
        JsonObject method = Shape.blank(Kind.PAYMENT_METHOD);
        method.addProperty("created", clock.instant().getEpochSecond());
        method.addProperty("type", instrument.type());
        method.add("billing_details", payer.billingDetails());
        method.addProperty("customer", payer.customer());
        method.add(instrument.type(), instrument.methodDetails());
        store.put(Kind.PAYMENT_METHOD, method);
        return method;
    }

    /** The bank pays. */
    void succeed(JsonObject charge) {
        charge.add("amount_captured", charge.get("amount"));
        charge.addProperty("captured", true);
        charge.add("outcome", Shape.part("charge.outcome"));
        charge.addProperty("paid", true);
        charge.addProperty(
                "receipt_url",
                base.resolve("/pay/receipt/" + Json.requiredText(charge, "id")).toString());
        put(charge, "succeeded");
    }

    /** Enters a charge that succeeded into the balance, which Stripe does a moment later and tells by an update. */
    void book(JsonObject charge) {
        JsonObject before = charge.deepCopy();
        charge.addProperty("balance_transaction", balance.add(charge));
        store.put(Kind.CHARGE, charge);
        events.emitChange("charge.updated", before, charge, Cause.OUTSIDE);
    }

    /** Gives a part of a charge back, or all of it, and answers the id of the balance transaction. */
    public String giveBack(JsonObject charge, JsonObject refund, Cause cause) {
        JsonObject before = charge.deepCopy();
        long refunded =
                charge.get("amount_refunded").getAsLong() + refund.get("amount").getAsLong();
        charge.addProperty("amount_refunded", refunded);
        charge.addProperty("refunded", refunded == charge.get("amount_captured").getAsLong());
        store.put(Kind.CHARGE, charge);
        events.emitChange("charge.refunded", before, charge, cause);
        return balance.takeBack(refund);
    }

    /** Takes back into a charge what a failed refund did not bring away, and answers the id of the balance transaction. */
    public String keep(JsonObject failedRefund) {
        JsonObject charge = get(Json.requiredText(failedRefund, "charge"));
        long refunded = charge.get("amount_refunded").getAsLong()
                - failedRefund.get("amount").getAsLong();
        charge.addProperty("amount_refunded", refunded);
        charge.addProperty("refunded", false);
        store.put(Kind.CHARGE, charge);
        return balance.returnFailed(failedRefund);
    }

    /** The bank takes its time; until it says no, the charge counts as captured. */
    void leavePending(JsonObject charge) {
        charge.add("amount_captured", charge.get("amount"));
        charge.addProperty("captured", true);
        charge.add("outcome", Shape.part("charge.outcome"));
        put(charge, "pending");
    }

    /** The bank says no. */
    void fail(JsonObject charge, JsonObject error, JsonObject outcome) {
        charge.addProperty("amount_captured", 0);
        charge.addProperty("captured", false);
        charge.add("failure_code", error.get("code"));
        charge.add("failure_message", error.get("message"));
        charge.add("outcome", outcome);
        charge.addProperty("paid", false);
        charge.add("receipt_url", JsonNull.INSTANCE);
        put(charge, "failed");
    }

    private void put(JsonObject charge, String status) {
        charge.addProperty("status", status);
        store.put(Kind.CHARGE, charge);
        events.emit("charge." + status, charge, Cause.OUTSIDE);
    }

    /** A charge that must be there. */
    JsonObject get(String id) {
        return store.get(Kind.CHARGE, id);
    }
}
