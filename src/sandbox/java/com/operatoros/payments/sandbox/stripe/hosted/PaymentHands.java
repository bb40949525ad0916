package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeDrafts;
import com.operatoros.payments.sandbox.stripe.dispute.DisputeStatus;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.refund.Refunds;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Map;
import java.util.Optional;

/** The forms for what can happen to a payment next. */
record PaymentHands(PaymentCard card) {

    private static final Template LINK = Template.load("payments-link.html");
    private static final String INTENT = "payment_intent";

    String html() {
        StringBuilder forms = new StringBuilder();
        card.invoice()
                .filter(found -> Payments.isWaiting(card.intent()))
                .ifPresent(found -> forms.append(ofInvoice(found)));
        if (Json.has(card.intent(), "status", "processing")) {
            forms.append(settle("succeeded", "The bank pays")).append(settle("failed", "The bank refuses"));
        }
        card.charge()
                .filter(found -> Json.has(found, "status", "succeeded"))
                .ifPresent(found -> forms.append(ofCharge(found)));
        card.refunds().forEach(refund -> forms.append(ofRefund(refund)));
        return forms.toString();
    }

    private String ofInvoice(JsonObject found) {
        InvoiceStatus status = InvoiceStatus.of(found);
        if (!status.isPayable()) {
            return "";
        }
        String id = Json.requiredText(found, "id");
        String open = LINK.fill(Map.of(
                "url", Json.requiredText(found, "hosted_invoice_url"),
                "text", "Open the payment page",
                "about", card.title()));
        String giveUp = status == InvoiceStatus.OPEN ? button("invoice/uncollectible", "Mark uncollectible", id) : "";
        String overpay = HandForm.of("overpay", "invoice", id)
                .amount("Paid too much", true)
                .button("Overpay", card.title());
        return open + button("invoice/void", "Void", id) + giveUp + overpay;
    }

    private String button(String control, String label, String invoiceId) {
        return HandForm.of(control, "invoice", invoiceId).button(label, card.title());
    }

    private String settle(String outcome, String label) {
        return HandForm.of("settle", INTENT, card.id())
                .hidden("outcome", outcome)
                .button(label, card.title());
    }

    private String ofCharge(JsonObject found) {
        Optional<DisputeStatus> status = card.dispute().map(DisputeStatus::of);
        boolean isChargedBack = status.filter(DisputeStatus::isChargedBack).isPresent();
        String forms = "";
        if (Refunds.left(found) > 0 && !isChargedBack) {
            forms += HandForm.of("refund", INTENT, card.id())
                    .amount("Amount (empty: all)", false)
                    .check("pending", "The bank takes its time")
                    .button("Refund", card.title());
        }
        if (status.filter(DisputeStatus::isOpen).isPresent()) {
            return forms + ofDispute(status.get());
        }
        return isChargedBack ? forms : forms + open();
    }

    private String open() {
        return HandForm.of("dispute", INTENT, card.id())
                .select("reason", "Reason", DisputeDrafts.REASONS)
                .amount("Amount (empty: all)", false)
                .check("inquiry", "Only an inquiry")
                .button("Dispute", card.title());
    }

    private String ofDispute(DisputeStatus status) {
        if (status.isInquiry()) {
            return move("update", "status", "warning_under_review", "Review the inquiry")
                    + move("update", "status", "needs_response", "Make it a chargeback")
                    + move("close", "outcome", "warning_closed", "Close the inquiry");
        }
        return move("update", "status", "under_review", "Review the dispute")
                + move("close", "outcome", "won", "Dispute won")
                + move("close", "outcome", "lost", "Dispute lost");
    }

    private String move(String control, String field, String value, String label) {
        return HandForm.of("dispute/" + control, INTENT, card.id())
                .hidden(field, value)
                .button(label, card.title());
    }

    private static String ofRefund(JsonObject refund) {
        String about = "the refund of " + PaymentCard.money(refund, "amount");
        String fail = settle(refund, "failed", "Fail " + about);
        return switch (PaymentCard.status(refund)) {
            case "pending" -> settle(refund, "succeeded", "Complete " + about) + fail;
            case "succeeded" -> fail;
            default -> "";
        };
    }

    private static String settle(JsonObject refund, String outcome, String label) {
        String id = Json.requiredText(refund, "id");
        return HandForm.of("refund/settle", "refund", id)
                .hidden("outcome", outcome)
                .button(label, id);
    }
}
