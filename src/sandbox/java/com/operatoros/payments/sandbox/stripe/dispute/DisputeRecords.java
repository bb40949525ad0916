package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Optional;

/** Finds the disputes of a payment, and what they hold of it. */
public final class DisputeRecords {

    private final Store store;

    /** Those in this store. */
    public DisputeRecords(Store store) {
        this.store = store;
    }

    /** A dispute by its id. */
    public Optional<JsonObject> find(String id) {
        return store.find(Kind.DISPUTE, id);
    }

    /** The disputes of a payment intent, newest first. */
    public List<JsonObject> of(String intent) {
        return store.newestFirst(Kind.DISPUTE, dispute -> Json.has(dispute, "payment_intent", intent));
    }

    /** Whether a bank holds money of this charge, or has it for good. */
    public boolean isChargedBack(String charge) {
        return ofCharge(charge).stream()
                .anyMatch(dispute -> DisputeStatus.of(dispute).isChargedBack());
    }

    /** What of a charge was not given back, and no open or lost dispute but this one is about. */
    long leftFor(JsonObject dispute, JsonObject charge) {
        String id = Json.requiredText(dispute, "id");
        long disputed = ofCharge(Json.requiredText(charge, "id")).stream()
                .filter(other -> !Json.has(other, "id", id))
                .mapToLong(DisputeRecords::claimed)
                .sum();
        long left =
                charge.get("amount").getAsLong() - charge.get("amount_refunded").getAsLong() - disputed;
        if (left < 1) {
            throw StripeError.invalid(null, null, "nothing of the charge is left to dispute");
        }
        return left;
    }

    /** What of its charge a dispute is about now, in the currency of the charge unless only a question was asked. */
    public static long claimed(JsonObject dispute) {
        boolean asks = DisputeStatus.of(dispute).isInquiry();
        if (!asks) {
            return held(dispute);
        }
        return DisputeStatus.of(dispute).isOpen() ? dispute.get("amount").getAsLong() : 0;
    }

    /** What the bank has of the charge now, in the currency of the charge. */
    static long held(JsonObject dispute) {
        long moved = 0;
        for (JsonElement transaction : dispute.getAsJsonArray("balance_transactions")) {
            moved += transaction.getAsJsonObject().get("amount").getAsLong();
        }
        return -moved;
    }

    private List<JsonObject> ofCharge(String charge) {
        return store.newestFirst(Kind.DISPUTE, dispute -> Json.has(dispute, "charge", charge));
    }
}
