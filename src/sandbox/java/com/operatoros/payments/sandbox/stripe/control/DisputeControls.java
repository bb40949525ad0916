package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.dispute.Claim;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeDrafts;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeRecords;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeStatus;
import com.operatoros.payments.sandbox.stripe.dispute.Disputes;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Plays the bank that disputes a payment, and that decides (rule SK8). */
public final class DisputeControls {

    private final Store store;
    private final Payments payments;
    private final DisputeDrafts drafts;
    private final DisputeRecords records;
    private final Disputes disputes;

    /** The controls of these disputes. */
    public DisputeControls(Store store, Payments payments, DisputeDrafts drafts, Disputes disputes) {
        this.store = store;
        this.payments = payments;
        this.drafts = drafts;
        this.records = new DisputeRecords(store);
        this.disputes = disputes;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of(
                "POST /_sandbox/dispute", this::open,
                "POST /_sandbox/dispute/update", this::update,
                "POST /_sandbox/dispute/close", this::close,
                "POST /_sandbox/dispute/reverse", this::reverse);
    }

    /** Disputes what an intent paid. */
    private Reply open(JsonObject input) {
        String id = BadInput.required(input, "payment_intent");
        Claim claim = claim(input);
        return Refusal.as409(() -> store.change(() -> payments.find(id)
                .map(intent -> {
                    JsonObject dispute = drafts.of(intent, claim);
                    disputes.open(dispute, Cause.OUTSIDE);
                    return told(dispute);
                })
                .orElseGet(() -> Reply.error(404, "there is no payment intent " + id))));
    }

    private static Claim claim(JsonObject input) {
        DisputeStatus status = Json.text(input, "status")
                .map(DisputeControls::status)
                .orElse(
                        Json.isTrue(input, "inquiry")
                                ? DisputeStatus.WARNING_NEEDS_RESPONSE
                                : DisputeStatus.NEEDS_RESPONSE);
        if (!Claim.FIRST.contains(status)) {
            throw new BadInput("\"status\" must be needs_response, warning_needs_response or lost at first");
        }
        String reason =
                Json.text(input, "reason").orElse(status == DisputeStatus.LOST ? "debit_not_authorized" : "fraudulent");
        if (!DisputeDrafts.REASONS.contains(reason)) {
            throw new BadInput("\"reason\" must be one of " + String.join(", ", DisputeDrafts.REASONS));
        }
        return new Claim(reason, status, BadInput.amount(input, "amount"), currency(input));
    }

    private static Optional<String> currency(JsonObject input) {
        Optional<String> currency = Json.text(input, "currency").map(code -> code.toLowerCase(Locale.ROOT));
        if (currency.filter(code -> !Currencies.isSupported(code)).isPresent()) {
            throw new BadInput("there is no currency " + currency.get());
        }
        return currency;
    }

    /** Moves a dispute on without deciding it. */
    private Reply update(JsonObject input) {
        return change(input, dispute -> {
            DisputeStatus status =
                    Json.text(input, "status").map(DisputeControls::status).orElseGet(() -> underReview(dispute));
            disputes.move(dispute, status, Cause.OUTSIDE);
        });
    }

    private static DisputeStatus underReview(JsonObject dispute) {
        return DisputeStatus.of(dispute).isInquiry() ? DisputeStatus.WARNING_UNDER_REVIEW : DisputeStatus.UNDER_REVIEW;
    }

    /** Decides a dispute. */
    private Reply close(JsonObject input) {
        DisputeStatus outcome = status(BadInput.required(input, "outcome"));
        return change(input, dispute -> disputes.close(dispute, outcome, Cause.OUTSIDE));
    }

    /** Decides a closed dispute anew. */
    private Reply reverse(JsonObject input) {
        DisputeStatus outcome = status(BadInput.required(input, "outcome"));
        return change(input, dispute -> disputes.reverse(dispute, outcome, Cause.OUTSIDE));
    }

    /** Changes the dispute that is named, or the newest one of an intent. */
    private Reply change(JsonObject input, Consumer<JsonObject> change) {
        Optional<String> id = Json.text(input, "dispute");
        String about = id.orElseGet(() -> BadInput.required(input, "payment_intent"));
        return Refusal.as409(() -> store.change(() -> id.flatMap(records::find)
                .or(() -> records.of(about).stream().findFirst())
                .map(dispute -> {
                    change.accept(dispute);
                    return told(dispute);
                })
                .orElseGet(() -> Reply.error(404, "there is no dispute " + (id.isPresent() ? "" : "of ") + about))));
    }

    private static DisputeStatus status(String name) {
        return Arrays.stream(DisputeStatus.values())
                .filter(status -> status.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput("there is no status " + name));
    }

    private static Reply told(JsonObject dispute) {
        JsonObject answer = new JsonObject();
        answer.add("dispute", dispute.get("id"));
        for (String field : new String[] {"payment_intent", "charge", "amount", "currency", "reason", "status"}) {
            answer.add(field, dispute.get(field));
        }
        return Reply.json(200, answer);
    }
}
