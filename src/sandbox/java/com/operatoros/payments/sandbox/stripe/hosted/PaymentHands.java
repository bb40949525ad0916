package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeDrafts;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeRecords;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeStatus;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.refund.RefundStatus;
import com.operatoros.payments.sandbox.stripe.refund.Refunds;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms for what can happen to a payment next. */
record PaymentHands(PaymentCard card) {

    private static final String INTENT = "payment_intent";

    List<HandForm.Shown> forms() {
        List<HandForm.Shown> forms = new ArrayList<>();
        waitingInvoice().ifPresent(found -> forms.addAll(ofInvoice(found)));
        if (Json.has(card.intent(), "status", "processing")) {
            forms.add(settle("succeeded", "The bank pays"));
            forms.add(settle("failed", "The bank refuses"));
        }
        Payments.awaited(card.intent()).ifPresent(remaining -> forms.addAll(ofTransfer()));
        card.charge()
                .filter(found -> Json.has(found, "status", "succeeded"))
                .ifPresent(found -> forms.addAll(ofCharge(found)));
        card.refunds().forEach(refund -> forms.addAll(ofRefund(refund)));
        return forms;
    }

    /** The page on which the payer pays, while he can. */
    Optional<String> url() {
        return waitingInvoice().map(found -> Json.requiredText(found, "hosted_invoice_url"));
    }

    private Optional<JsonObject> waitingInvoice() {
        return card.invoice()
                .filter(found -> Payments.isWaiting(card.intent()))
                .filter(found -> InvoiceStatus.of(found).isPayable());
    }

    private List<HandForm.Shown> ofInvoice(JsonObject found) {
        String id = Json.requiredText(found, "id");
        List<HandForm.Shown> forms = new ArrayList<>();
        forms.add(button("invoice/void", "Void", id));
        if (InvoiceStatus.of(found) == InvoiceStatus.OPEN) {
            forms.add(button("invoice/uncollectible", "Mark uncollectible", id));
        }
        forms.add(HandForm.of("edit_invoice", "id", id)
                .amount("New amount", true)
                .choice("metadata", "Metadata", List.of("keep", "drop"))
                .button("Edit invoice", card.title()));
        forms.add(HandForm.of("credit_note", "invoice", id)
                .amount("Credit", true)
                .button("Issue credit note", card.title()));
        if (found.get("pre_payment_credit_notes_amount").getAsLong() > 0) {
            forms.add(button("credit_note/void", "Void the newest credit note", id));
        }
        forms.add(HandForm.of("pay_outside", "invoice", id)
                .amount("Amount", true)
                .button("Record a payment outside of Stripe", card.title()));
        forms.add(HandForm.of("copy_invoice", "id", id).button("Duplicate", card.title()));
        forms.add(HandForm.of("overpay", "invoice", id)
                .amount("Paid too much", true)
                .button("Overpay", card.title()));
        return forms;
    }

    private HandForm.Shown button(String control, String label, String invoiceId) {
        return HandForm.of(control, "invoice", invoiceId).button(label, card.title());
    }

    private HandForm.Shown settle(String outcome, String label) {
        return HandForm.of("settle", INTENT, card.id())
                .hidden("outcome", outcome)
                .button(label, card.title());
    }

    private List<HandForm.Shown> ofTransfer() {
        return List.of(
                HandForm.of("transfer", INTENT, card.id())
                        .amount("Amount (empty: all that is awaited)", false)
                        .button("The transfer arrives", card.title()),
                HandForm.of("cancel_intent", INTENT, card.id()).button("Call the transfer off", card.title()));
    }

    private List<HandForm.Shown> ofSuspicion() {
        return List.of(
                HandForm.of("fraud_warning", INTENT, card.id()).button("The bank warns of fraud", card.title()),
                HandForm.of("review", INTENT, card.id()).button("Radar wants a review", card.title()),
                HandForm.of("review/approve", INTENT, card.id()).button("Approve the review", card.title()));
    }

    private List<HandForm.Shown> ofCharge(JsonObject found) {
        boolean isChargedBack = card.disputes().stream().map(DisputeStatus::of).anyMatch(DisputeStatus::isChargedBack);
        List<HandForm.Shown> forms = new ArrayList<>();
        if (Refunds.left(found) > 0 && !isChargedBack) {
            forms.add(refund());
        }
        long claimed =
                card.disputes().stream().mapToLong(DisputeRecords::claimed).sum();
        if (Refunds.left(found) > claimed) {
            forms.add(open());
        }
        card.disputes().forEach(dispute -> forms.addAll(ofDispute(dispute)));
        forms.addAll(ofSuspicion());
        return forms;
    }

    private HandForm.Shown refund() {
        return HandForm.of("refund", INTENT, card.id())
                .amount("Amount (empty: all)", false)
                .choice("status", "Begins", List.of("succeeded", "pending", "requires_action", "failed"))
                .button("Refund", card.title());
    }

    private HandForm.Shown open() {
        return HandForm.of("dispute", INTENT, card.id())
                .choice("reason", "Reason", DisputeDrafts.REASONS)
                .choice("status", "Begins", List.of("needs_response", "warning_needs_response", "lost"))
                .amount("Amount (empty: all that is left)", false)
                .text("currency", "Currency (empty: as paid)", "[A-Za-z]{3}", false)
                .button("Dispute", card.title());
    }

    private static List<HandForm.Shown> ofDispute(JsonObject dispute) {
        return switch (DisputeStatus.of(dispute)) {
            case WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW ->
                List.of(
                        move(dispute, "update", "status", "warning_under_review", "Review the inquiry"),
                        move(dispute, "update", "status", "needs_response", "Make it a chargeback"),
                        move(dispute, "close", "outcome", "warning_closed", "Close the inquiry"));
            case NEEDS_RESPONSE, UNDER_REVIEW ->
                List.of(
                        move(dispute, "update", "status", "under_review", "Review the dispute"),
                        move(dispute, "close", "outcome", "won", "Dispute won"),
                        move(dispute, "close", "outcome", "lost", "Dispute lost"));
            case LOST -> List.of(move(dispute, "reverse", "outcome", "won", "Won after all"));
            case WON -> List.of(move(dispute, "reverse", "outcome", "lost", "Lost after all"));
            case WARNING_CLOSED ->
                List.of(move(
                        dispute, "reverse", "outcome", "needs_response", "Make a chargeback of the closed inquiry"));
        };
    }

    private static HandForm.Shown move(JsonObject dispute, String control, String field, String value, String label) {
        String id = Json.requiredText(dispute, "id");
        return HandForm.of("dispute/" + control, "dispute", id)
                .hidden(field, value)
                .button(label, PaymentCard.money(dispute, "amount") + ", " + id);
    }

    private static List<HandForm.Shown> ofRefund(JsonObject refund) {
        RefundStatus now = RefundStatus.of(refund);
        return Arrays.stream(RefundStatus.values())
                .filter(now::canBecome)
                .map(next -> move(refund, next))
                .toList();
    }

    private static HandForm.Shown move(JsonObject refund, RefundStatus next) {
        String verb = switch (next) {
            case PENDING -> "Let the bank process";
            case REQUIRES_ACTION -> "Ask the payer about";
            case SUCCEEDED -> "Complete";
            case FAILED -> "Fail";
            case CANCELED -> "Cancel";
        };
        String id = Json.requiredText(refund, "id");
        return HandForm.of("refund/move", "refund", id)
                .hidden("status", next.label())
                .button(verb + " the refund of " + PaymentCard.money(refund, "amount"), id);
    }
}
