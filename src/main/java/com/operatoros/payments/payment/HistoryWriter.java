package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.CreditNoteReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.Remark;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the gateway reported into the history: what it rests on and what came of it (rule P6). What we had to ask
 * for is marked as recovered, and is written only where it told something new: asking again leaves no trace. Long since
 * each kind of report has a line of its own.
 */
@ApplicationScoped
class HistoryWriter {
    @Inject
    private PaymentStore store;

    void write(Payment payment, AttemptReport report, Change change, Provenance provenance) {
        if (isSilent(change, provenance)) {
            return;
        }
        Message message = message(payment, change, report);
        store.write(new HistoryEntry(payment, kind(change, report, provenance), provenance, message)
                .moving(change.from(), change.to())
                .about(report.attemptId(), report.amount(), report.at()));
        raised(payment, change, report.amount(), provenance);
    }

    /** How an invoice stands; what has just happened to it is told in any case, what comes of it where it is news. */
    void write(Payment payment, GatewayReport.InvoiceStands stands, Change change, Provenance provenance) {
        Remark remark = stands.remark();
        if (isSilent(change, provenance)
                || remark == null && !change.isMove() && change.raised().isEmpty()) {
            return;
        }
        boolean isKnown = !change.isNews() && remark != null && remark.isFact();
        HistoryEntry.Kind kind = isKnown ? HistoryEntry.Kind.IGNORED : kind(change.isNews(), change, provenance);
        Message message = change.isMove() ? moved(payment, change) : remarked(remark, stands.words(), isKnown);
        store.write(new HistoryEntry(payment, kind, provenance, message)
                .moving(change.from(), change.to())
                .about(
                        stands.report().id().value(),
                        payment.facts().settlement().payable().amount(),
                        stands.report().toldAt()));
        raised(payment, change, null, provenance);
    }

    private static Message moved(Payment payment, Change change) {
        if (change.to() != PaymentStatus.PAID) {
            return Message.of("history." + (change.to() == PaymentStatus.CANCELED ? "canceled" : "reopened"));
        }
        Money paid = payment.outcome().amountPaid();
        return paid.minor() == 0 ? Message.of("history.settled") : Message.of("history.moved.paid", paid);
    }

    private static Message remarked(@Nullable Remark remark, @Nullable String words, boolean isKnown) {
        if (remark == null) {
            return Message.of("history.invoice_changed");
        }
        String text = words == null ? "" : words;
        return Message.of(isKnown ? "history.known." + remark.code() : remark.textKey(), text);
    }

    /** What a person may wonder about. */
    void payer(Payment payment, PayerReport report, Provenance provenance) {
        if (report.presented() != null) {
            fact(payment, Message.of("history.presented", report.presented()), provenance);
        }
    }

    void accepted(Payment payment, Change change, Provenance provenance) {
        Message message = Message.of("history.accepted", payment.outcome().amountPaid(), payment.amount());
        store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                .moving(change.from(), change.to()));
    }

    void revised(Payment payment, Money before, Provenance provenance) {
        String number = payment.stripe().invoiceNumber();
        Message message = Message.of("history.revised", number == null ? "" : number, before, payment.amount());
        fact(payment, message, provenance);
    }

    void write(Payment payment, CreditNoteReport report, Change change, Provenance provenance) {
        if (isSilent(change, provenance)) {
            return;
        }
        String number = report.number() == null ? report.noteId() : report.number();
        String what = report.voidedAt() != null ? "credit_note_voided" : "credit_note_created";
        Message message =
                Message.of((change.isNews() ? "history." : "history.known.") + what, number, report.beforePayment());
        store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                .moving(change.from(), change.to())
                .about(report.noteId(), report.beforePayment(), provenance.at()));
        raised(payment, change, null, provenance);
    }

    /** A dispute and a refund that failed are told by their own lines. */
    private void raised(Payment payment, Change change, @Nullable Amount told, Provenance provenance) {
        change.raised().stream()
                .filter(reason -> reason != Attention.DISPUTED && reason != Attention.REFUND_FAILED)
                .map(reason -> Message.of("history.attention." + reason.code(), subject(payment, reason, told)))
                .forEach(
                        message -> store.write(new HistoryEntry(payment, HistoryEntry.Kind.FACT, provenance, message)));
    }

    private static Object subject(Payment payment, Attention reason, @Nullable Amount told) {
        Object otherwise = told == null ? "" : told;
        return switch (reason) {
            case OVERPAID -> payment.facts().surplus();
            case PAID_AFTER_CANCEL -> payment.outcome().amountPaid();
            case CARD_TESTING -> payment.facts().failures();
            case AMOUNT_MISMATCH, DISPUTED, REFUND_FAILED, FRAUD_WARNING, UNDER_REVIEW, FINALIZATION_FAILED ->
                otherwise;
        };
    }

    void attention(Payment payment, Message message, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                    .moving(change.from(), change.to()));
        }
    }

    void write(Payment payment, RefundReport report, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            Message message = told("refund." + report.state().code(), report.amount(), change);
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                    .about(report.refundId(), report.amount(), report.madeAt()));
        }
    }

    void write(Payment payment, DisputeReport report, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            Message message = told("dispute." + report.state().code(), report.amount(), change);
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                    .about(report.disputeId(), report.amount(), report.toldAt()));
        }
    }

    private static Message told(String what, Amount amount, Change change) {
        return Message.of((change.isNews() ? "history." : "history.known.") + what, amount);
    }

    void canceled(Payment payment, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            Message message = Message.of("history.canceled");
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                    .moving(change.from(), change.to()));
            raised(payment, change, null, provenance);
        }
    }

    void compared(Payment payment, GatewayReport.RefundTotal total, boolean isExplained, Provenance provenance) {
        if (!provenance.isSilent()) {
            String key = isExplained ? "history.refunds_agree" : "history.refunds_missing";
            store.write(new HistoryEntry(payment, HistoryEntry.Kind.FACT, provenance, Message.of(key, total.amount()))
                    .about(total.chargeId().value(), total.amount(), provenance.at()));
        }
    }

    void mention(Payment payment, Message message, Provenance provenance) {
        if (!provenance.isSilent()) {
            store.write(new HistoryEntry(payment, HistoryEntry.Kind.FACT, provenance, message));
        }
    }

    void ignored(Payment payment, Message message, Provenance provenance) {
        store.write(new HistoryEntry(payment, HistoryEntry.Kind.IGNORED, provenance, message));
    }

    private void fact(Payment payment, Message message, Provenance provenance) {
        HistoryEntry.Kind kind = provenance.isRecovery() ? HistoryEntry.Kind.RECOVERED : HistoryEntry.Kind.FACT;
        store.write(new HistoryEntry(payment, kind, provenance, message));
    }

    private static boolean isSilent(Change change, Provenance provenance) {
        return provenance.isSilent() && !change.isNews();
    }

    private static HistoryEntry.Kind kind(Change change, Provenance provenance) {
        return kind(change.isNews(), change, provenance);
    }

    private static HistoryEntry.Kind kind(boolean isNews, Change change, Provenance provenance) {
        if (!isNews) {
            return HistoryEntry.Kind.IGNORED;
        }
        if (provenance.isRecovery()) {
            return HistoryEntry.Kind.RECOVERED;
        }
        return change.isMove() ? HistoryEntry.Kind.TRANSITION : HistoryEntry.Kind.FACT;
    }

    /** A failure that nobody waits for any more changes nothing. */
    private static HistoryEntry.Kind kind(Change change, AttemptReport report, Provenance provenance) {
        boolean isLate = !change.isMove()
                && report.state() != AttemptState.PAID
                && !change.to().isOpen();
        return isLate ? HistoryEntry.Kind.IGNORED : kind(change, provenance);
    }

    private static Message message(Payment payment, Change change, AttemptReport report) {
        boolean isAll = payment.facts().money().equals(List.of(report.amount()));
        if (change.isMoney() && payment.outcome().isPartlyPaid()) {
            return Message.of(
                    "history.part_paid", report.amount(), payment.outcome().outstanding());
        }
        if (change.isMoney() && !change.isMove() && !isAll) {
            return Message.of("history.more_money", report.amount());
        }
        boolean isSeenAgain = report.state() == AttemptState.PAID && !change.isMoney() && !change.isMove();
        String key = "history." + (isSeenAgain ? "late" : situation(change)) + "."
                + report.state().code();
        return switch (report.state()) {
            case PAID -> Message.of(key, report.amount());
            case SUBMITTED, WAITING, PROCESSING, CANCELED -> Message.of(key);
            case FAILED -> failed(key, report.failure());
        };
    }

    private static Message failed(String key, @Nullable Failure failure) {
        return failure == null || failure.message().isBlank()
                ? Message.of(key + "_unexplained")
                : Message.of(key, failure.message());
    }

    private static String situation(Change change) {
        if (change.isMove()) {
            return "moved";
        }
        if (!change.isNews()) {
            return "known";
        }
        return change.to().isOpen() ? "reported" : "late";
    }
}
