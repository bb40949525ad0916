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
import java.util.Optional;

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
    public JsonObject of(JsonObject intent, String reason, boolean inquiry, Optional<Long> amount) {
        JsonObject charge = Json.text(intent, "latest_charge")
                .map(id -> store.get(Kind.CHARGE, id))
                .filter(found -> Json.has(found, "status", "succeeded"))
                .orElseThrow(() -> refused("there is no successful charge to dispute"));
        String id = Json.requiredText(charge, "id");
        if (records.isOpen(id) || records.isChargedBack(id)) {
            throw refused("the charge is disputed already");
        }
        return about(charge, reason, inquiry, amount);
    }

    JsonObject about(JsonObject charge, String reason, boolean inquiry, Optional<Long> amount) {
        long now = clock.instant().getEpochSecond();
        JsonObject dispute = Shape.blank(Kind.DISPUTE);
        dispute.addProperty("amount", amount(charge, amount));
        dispute.add("charge", charge.get("id"));
        dispute.addProperty("created", now);
        dispute.add("currency", charge.get("currency"));
        dispute.getAsJsonObject("evidence_details").addProperty("due_by", now + TIME_TO_ANSWER.toSeconds());
        dispute.addProperty("is_charge_refundable", inquiry);
        dispute.add("payment_intent", charge.get("payment_intent"));
        dispute.addProperty("reason", reason);
        (inquiry ? DisputeStatus.WARNING_NEEDS_RESPONSE : DisputeStatus.NEEDS_RESPONSE).set(dispute);
        Json.object(charge.getAsJsonObject("payment_method_details"), "card")
                .ifPresent(card -> dispute.add("payment_method_details", details(card, reason, inquiry)));
        return dispute;
    }

    /** All that was not given back, unless an amount up to the whole charge is wanted. */
    private static long amount(JsonObject charge, Optional<Long> wanted) {
        long whole = charge.get("amount").getAsLong();
        long amount = wanted.orElse(whole - charge.get("amount_refunded").getAsLong());
        if (amount < 1 || amount > whole) {
            throw refused("only an amount from 1 to " + whole + " can be disputed; nothing is left without saying one");
        }
        return amount;
    }

    private static JsonObject details(JsonObject card, String reason, boolean inquiry) {
        JsonObject shown = new JsonObject();
        shown.add("brand", card.get("brand"));
        shown.addProperty("case_type", inquiry ? "inquiry" : "chargeback");
        shown.add("network", card.get("network"));
        shown.addProperty("network_reason_code", Json.has(card, "brand", "visa") ? VISA_CODES.get(reason) : null);
        JsonObject details = new JsonObject();
        details.add("card", shown);
        details.addProperty("type", "card");
        return details;
    }

    private static StripeError refused(String message) {
        return StripeError.invalid(null, null, message);
    }
}
