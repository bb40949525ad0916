package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** New disputes, not opened yet. */
public final class DisputeDrafts {

    /** Why a payer can object, in Stripe's words. */
    public static final List<String> REASONS = List.of(
            "fraudulent",
            "product_not_received",
            "product_unacceptable",
            "duplicate",
            "credit_not_processed",
            "subscription_canceled",
            "unrecognized",
            "debit_not_authorized",
            "bank_cannot_process",
            "customer_initiated",
            "incorrect_account_details",
            "insufficient_funds",
            "check_returned",
            "noncompliant",
            "general");

    private static final Duration TIME_TO_ANSWER = Duration.ofDays(7);
    private static final Map<String, String> VISA_CODES = Map.of(
            "fraudulent", "10.4",
            "duplicate", "12.6.1",
            "product_not_received", "13.1",
            "subscription_canceled", "13.2",
            "product_unacceptable", "13.3",
            "credit_not_processed", "13.6");

    private final Store store;
    private final Clock clock;
    private final DisputeRecords records;

    /** Drafts of disputes about charges in this store. */
    public DisputeDrafts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.records = new DisputeRecords(store);
    }

    /** About the charge that paid an intent; Stripe's error when there is none, or it cannot be disputed. */
    public JsonObject of(JsonObject intent, Claim claim) {
        JsonObject charge = Json.text(intent, "latest_charge")
                .map(id -> store.get(Kind.CHARGE, id))
                .filter(found -> Json.has(found, "status", "succeeded"))
                .orElseThrow(() -> refused("there is no successful charge to dispute"));
        return about(charge, claim);
    }

    JsonObject about(JsonObject charge, Claim claim) {
        long now = clock.instant().getEpochSecond();
        JsonObject dispute = Shape.blank(Kind.DISPUTE);
        dispute.addProperty("amount", amount(dispute, charge, claim));
        dispute.add("charge", charge.get("id"));
        dispute.addProperty("created", now);
        dispute.addProperty("currency", claim.currency().orElseGet(() -> Json.requiredText(charge, "currency")));
        if (claim.status().isOpen()) {
            dispute.getAsJsonObject("evidence_details").addProperty("due_by", now + TIME_TO_ANSWER.toSeconds());
        }
        dispute.addProperty("is_charge_refundable", claim.status().isInquiry());
        dispute.add("payment_intent", charge.get("payment_intent"));
        dispute.addProperty("reason", claim.reason());
        claim.status().set(dispute);
        Json.object(charge.getAsJsonObject("payment_method_details"), "card")
                .ifPresent(card -> dispute.add("payment_method_details", details(card, claim)));
        return dispute;
    }

    /** All that is left of the charge; in another currency any amount, since only the bank knows its rate. */
    private long amount(JsonObject dispute, JsonObject charge, Claim claim) {
        long left = records.leftFor(dispute, charge);
        long amount = claim.amount().orElse(left);
        if (amount > left && claim.isIn(Json.requiredText(charge, "currency"))) {
            throw refused("only " + left + " of the charge are left to dispute");
        }
        return amount;
    }

    private static JsonObject details(JsonObject card, Claim claim) {
        JsonObject shown = new JsonObject();
        shown.add("brand", card.get("brand"));
        shown.addProperty("case_type", claim.status().isInquiry() ? "inquiry" : "chargeback");
        shown.add("network", card.get("network"));
        shown.addProperty(
                "network_reason_code", Json.has(card, "brand", "visa") ? VISA_CODES.get(claim.reason()) : null);
        JsonObject details = new JsonObject();
        details.add("card", shown);
        details.addProperty("type", "card");
        return details;
    }

    private static StripeError refused(String message) {
        return StripeError.invalid(null, null, message);
    }
}
