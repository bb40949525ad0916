package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.BalanceTransactions;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.Optional;

/** All disputes: opened, answered, decided, each move with its events and its money. */
public final class Disputes {

    private final Store store;
    private final Events events;
    private final BalanceTransactions balance;
    private final DisputeDrafts drafts;
    private final DisputeRecords records;

    /** Disputes in this store. */
    public Disputes(Store store, Clock clock, Events events) {
        this.store = store;
        this.events = events;
        this.balance = new BalanceTransactions(store, clock);
        this.drafts = new DisputeDrafts(store, clock);
        this.records = new DisputeRecords(store);
    }

    /** Opens the dispute that the test card of a charge asks for. */
    public void openAsCardSays(JsonObject charge) {
        DisputeCard.of(charge).ifPresent(card -> open(drafts.about(charge, card.claim()), Cause.OUTSIDE));
    }

    /** Opens a drafted dispute; one that was lost from the beginning is closed at once. */
    public void open(JsonObject dispute, Cause cause) {
        store.change(() -> {
            JsonObject charge = chargeOf(dispute);
            charge.addProperty("disputed", true);
            store.put(Kind.CHARGE, charge);
            DisputeStatus status = DisputeStatus.of(dispute);
            if (status.isChargedBack()) {
                withdraw(dispute);
            }
            store.put(Kind.DISPUTE, dispute);
            events.emit("charge.dispute.created", dispute, cause);
            if (status.isChargedBack()) {
                events.emit("charge.dispute.funds_withdrawn", dispute, cause);
            }
            if (!status.isOpen()) {
                events.emit("charge.dispute.closed", dispute, cause);
            }
        });
    }

    /** Keeps a changed dispute; nothing is told when nothing changed. */
    public void change(JsonObject before, JsonObject after, Cause cause) {
        if (!before.equals(after)) {
            store.change(() -> {
                store.put(Kind.DISPUTE, after);
                events.emitChange("charge.dispute.updated", before, after, cause);
            });
        }
    }

    /** Sends the evidence to the bank, which takes its time unless the evidence says how it ends. */
    public void submit(JsonObject before, JsonObject dispute, Cause cause) {
        store.change(() -> {
            JsonObject details = dispute.getAsJsonObject("evidence_details");
            details.addProperty(
                    "submission_count", details.get("submission_count").getAsLong() + 1);
            DisputeStatus.of(dispute).underReview().set(dispute);
            change(before, dispute, cause);
            verdict(dispute).ifPresent(outcome -> close(dispute, outcome, cause));
        });
    }

    private static Optional<DisputeStatus> verdict(JsonObject dispute) {
        boolean isInquiry = DisputeStatus.of(dispute).isInquiry();
        return Json.text(dispute.getAsJsonObject("evidence"), "uncategorized_text")
                .flatMap(text -> switch (text) {
                    case "winning_evidence" ->
                        Optional.of(isInquiry ? DisputeStatus.WARNING_CLOSED : DisputeStatus.WON);
                    case "losing_evidence" ->
                        Optional.of(isInquiry ? DisputeStatus.WARNING_CLOSED : DisputeStatus.LOST);
                    default -> Optional.empty();
                });
    }

    /** The bank takes up what it was sent, or makes a chargeback of an inquiry. */
    public void move(JsonObject dispute, DisputeStatus status, Cause cause) {
        DisputeStatus now = checkOpen(dispute);
        boolean escalates = now.isInquiry() && !status.isInquiry();
        if (!status.isOpen() || (!now.isInquiry() && status.isInquiry())) {
            throw StripeError.invalid(null, null, "a dispute that is " + now.label() + " can't be " + status.label());
        }
        store.change(() -> {
            JsonObject before = dispute.deepCopy();
            status.set(dispute);
            if (escalates) {
                escalate(dispute);
            }
            change(before, dispute, cause);
            if (escalates) {
                events.emit("charge.dispute.funds_withdrawn", dispute, cause);
            }
        });
    }

    private void escalate(JsonObject dispute) {
        dispute.addProperty("is_charge_refundable", false);
        Json.object(dispute, "payment_method_details")
                .flatMap(details -> Json.object(details, "card"))
                .ifPresent(card -> card.addProperty("case_type", "chargeback"));
        withdraw(dispute);
    }

    private void withdraw(JsonObject dispute) {
        JsonObject charge = chargeOf(dispute);
        long amount = Math.min(dispute.get("amount").getAsLong(), records.leftFor(dispute, charge));
        book(dispute, balance.withdraw(dispute, charge, amount));
    }

    private void reinstate(JsonObject dispute) {
        book(dispute, balance.reinstate(dispute, chargeOf(dispute), DisputeRecords.held(dispute)));
    }

    private JsonObject chargeOf(JsonObject dispute) {
        return store.get(Kind.CHARGE, Json.requiredText(dispute, "charge"));
    }

    /** The bank decides. */
    public void close(JsonObject dispute, DisputeStatus outcome, Cause cause) {
        DisputeStatus now = checkOpen(dispute);
        if (outcome.isOpen() || now.isInquiry() != outcome.isInquiry()) {
            throw StripeError.invalid(null, null, "a dispute that is " + now.label() + " can't end " + outcome.label());
        }
        store.change(() -> {
            outcome.set(dispute);
            if (outcome == DisputeStatus.WON) {
                reinstate(dispute);
            }
            store.put(Kind.DISPUTE, dispute);
            events.emit("charge.dispute.closed", dispute, cause);
            if (outcome == DisputeStatus.WON) {
                events.emit("charge.dispute.funds_reinstated", dispute, cause);
            }
        });
    }

    /** The bank thinks again about a dispute that was closed. */
    public void reverse(JsonObject dispute, DisputeStatus outcome, Cause cause) {
        DisputeStatus closed = DisputeStatus.of(dispute);
        if (!closed.canBecomeAgain(outcome)) {
            String message = "a dispute that is " + closed.label() + " can't be reversed to " + outcome.label();
            throw StripeError.invalid(null, null, message);
        }
        store.change(() -> {
            JsonObject before = dispute.deepCopy();
            outcome.set(dispute);
            if (closed.isChargedBack() && !outcome.isChargedBack()) {
                reinstate(dispute);
                events.emit("charge.dispute.funds_reinstated", dispute, cause);
                change(before, dispute, cause);
                return;
            }
            if (!closed.isChargedBack()) {
                escalate(dispute);
            }
            change(before, dispute, cause);
            if (!closed.isChargedBack()) {
                events.emit("charge.dispute.funds_withdrawn", dispute, cause);
            }
        });
    }

    /** Its status while it is open; Stripe's error afterwards. */
    public static DisputeStatus checkOpen(JsonObject dispute) {
        DisputeStatus status = DisputeStatus.of(dispute);
        if (!status.isOpen()) {
            throw StripeError.invalid(null, null, "This dispute is already closed");
        }
        return status;
    }

    private static void book(JsonObject dispute, JsonObject transaction) {
        dispute.getAsJsonArray("balance_transactions").add(transaction);
    }
}
