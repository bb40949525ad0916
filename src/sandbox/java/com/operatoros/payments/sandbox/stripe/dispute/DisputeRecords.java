package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Optional;

/** Finds the disputes of a payment. */
public final class DisputeRecords {

    private final Store store;

    /** Those in this store. */
    public DisputeRecords(Store store) {
        this.store = store;
    }

    /** The newest dispute of a payment intent. */
    public Optional<JsonObject> newestOf(String intent) {
        return store.newestFirst(Kind.DISPUTE, dispute -> Json.has(dispute, "payment_intent", intent), 1).stream()
                .findFirst();
    }

    /** Whether a bank holds the money of this charge, or has it for good. */
    public boolean isChargedBack(String charge) {
        return of(charge).stream().anyMatch(status -> status.isChargedBack());
    }

    boolean isOpen(String charge) {
        return of(charge).stream().anyMatch(status -> status.isOpen());
    }

    private List<DisputeStatus> of(String charge) {
        return store.newestFirst(Kind.DISPUTE, dispute -> Json.has(dispute, "charge", charge)).stream()
                .map(DisputeStatus::of)
                .toList();
    }
}
