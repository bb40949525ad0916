package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;

/** What payments bring after Stripe's fee, which is 2.9 % and 30 of the minor unit here. */
public final class BalanceTransactions {

    private static final long DISPUTE_FEE = 1500;

    private final Store store;
    private final Clock clock;

    /** Transactions in this store. */
    public BalanceTransactions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Books a charge and answers the id of its transaction. */
    String add(JsonObject charge) {
        long amount = charge.get("amount").getAsLong();
        long fee = Math.min(amount, amount * 29 / 1000 + 30);
        JsonObject transaction = transaction(charge, amount, fee);
        transaction.add("description", charge.get("description"));
        transaction.add("fee_details", feeDetails(fee, "Stripe processing fees", charge));
        boolean isCard = Json.requiredText(charge, "id").startsWith("ch_");
        transaction.addProperty("type", isCard ? "charge" : "payment");
        return put(transaction);
    }

    /** Books a refund, which does not bring the fee back, and answers the id of its transaction. */
    String takeBack(JsonObject refund) {
        JsonObject transaction = transaction(refund, -refund.get("amount").getAsLong(), 0);
        transaction.addProperty("description", "REFUND FOR PAYMENT");
        transaction.addProperty("reporting_category", "refund");
        boolean isCard = Json.requiredText(refund, "id").startsWith("re_");
        transaction.addProperty("type", isCard ? "refund" : "payment_refund");
        return put(transaction);
    }

    /** Books a refund that failed back and answers the id of its transaction. */
    String returnFailed(JsonObject refund) {
        JsonObject transaction = transaction(refund, refund.get("amount").getAsLong(), 0);
        transaction.addProperty("description", "REFUND FAILURE");
        transaction.addProperty("reporting_category", "refund_failure");
        transaction.addProperty("type", "refund_failure");
        return put(transaction);
    }

    /** Books what a bank takes of a charge for a dispute, with Stripe's fee for it. */
    public JsonObject withdraw(JsonObject dispute, JsonObject charge, long amount) {
        JsonObject transaction = transaction(charge, -amount, DISPUTE_FEE);
        transaction.add("fee_details", feeDetails(DISPUTE_FEE, "Dispute fee", charge));
        return adjust(transaction, "Chargeback withdrawal for ", "dispute", dispute);
    }

    /** Books what comes back to a charge after a dispute was won. */
    public JsonObject reinstate(JsonObject dispute, JsonObject charge, long amount) {
        JsonObject transaction = transaction(charge, amount, 0);
        return adjust(transaction, "Chargeback reversal for ", "dispute_reversal", dispute);
    }

    private JsonObject adjust(JsonObject transaction, String description, String category, JsonObject dispute) {
        transaction.addProperty("description", description + Json.requiredText(dispute, "charge"));
        transaction.addProperty("reporting_category", category);
        transaction.add("source", dispute.get("id"));
        transaction.addProperty("type", "adjustment");
        put(transaction);
        return transaction;
    }

    private JsonObject transaction(JsonObject source, long amount, long fee) {
        long now = clock.instant().getEpochSecond();
        JsonObject transaction = Shape.blank(Kind.BALANCE_TRANSACTION);
        transaction.addProperty("amount", amount);
        transaction.addProperty("available_on", now + Duration.ofDays(2).toSeconds());
        transaction.addProperty("created", now);
        transaction.add("currency", source.get("currency"));
        transaction.addProperty("fee", fee);
        transaction.addProperty("net", amount - fee);
        transaction.add("source", source.get("id"));
        return transaction;
    }

    private String put(JsonObject transaction) {
        store.put(Kind.BALANCE_TRANSACTION, transaction);
        return Json.requiredText(transaction, "id");
    }

    private static JsonArray feeDetails(long amount, String description, JsonObject source) {
        JsonObject fee = new JsonObject();
        fee.addProperty("amount", amount);
        fee.add("application", null);
        fee.add("currency", source.get("currency"));
        fee.addProperty("description", description);
        fee.addProperty("type", "stripe_fee");
        JsonArray details = new JsonArray();
        details.add(fee);
        return details;
    }
}
