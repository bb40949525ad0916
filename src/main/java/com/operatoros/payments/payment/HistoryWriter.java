package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.money.Amount;
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

    /** A dispute and a refund that failed are told by their own lines. */
    private void raised(Payment payment, Change change, @Nullable Amount told, Provenance provenance) {
        change.raised().stream()
                .filter(reason -> reason != Attention.DISPUTED && reason != Attention.REFUND_FAILED)
                .map(reason -> Message.of("history.attention." + reason.code(), subject(payment, reason, told)))
                .forEach(message -> store.write(new HistoryEntry(payment, HistoryKind.FACT, provenance, message)));
    }

    /** What a reason is about: money of the payment, or what the report told. */
    private static Object subject(Payment payment, Attention reason, @Nullable Amount told) {
        Object otherwise = told == null ? "" : told;
        return switch (reason) {
            case OVERPAID -> payment.facts().isSurplus() ? payment.facts().surplus() : otherwise;
            case PAID_AFTER_CANCEL -> payment.outcome().amountPaid();
            case AMOUNT_MISMATCH, DISPUTED, REFUND_FAILED, FINALIZATION_FAILED -> otherwise;
        };
    }

    /** Something that the gateway wants a person to look at. */
    void attention(Payment payment, Message message, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message));
        }
    }

    void write(Payment payment, RefundReport report, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            Message message = told("refund." + report.state().code(), report.amount(), change);
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                    .about(report.refundId(), report.amount(), report.at()));
        }
    }

    void write(Payment payment, DisputeReport report, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            Message message = told("dispute." + report.state().code(), report.amount(), change);
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                    .about(report.disputeId(), report.amount(), report.at()));
        }
    }

    private static Message told(String what, Amount amount, Change change) {
        return Message.of((change.isNews() ? "history." : "history.known.") + what, amount);
    }

    /** The end that somebody gave it, which speaks of no money. */
    void canceled(Payment payment, Change change, Provenance provenance) {
        if (!isSilent(change, provenance)) {
            Message message = Message.of("history.canceled");
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, message)
                    .moving(change.from(), change.to()));
            raised(payment, change, null, provenance);
        }
    }

    /** What the gateway tells of the refunds of a charge as a whole. */
    void compared(Payment payment, GatewayReport.RefundTotal total, boolean isExplained, Provenance provenance) {
        if (!provenance.isSilent()) {
            String key = isExplained ? "history.refunds_agree" : "history.refunds_missing";
            store.write(new HistoryEntry(payment, HistoryKind.FACT, provenance, Message.of(key, total.amount()))
                    .about(total.chargeId().value(), total.amount(), provenance.at()));
        }
    }

    /** Something that the gateway told and that changes nothing. */
    void mention(Payment payment, Message message, Provenance provenance) {
        if (!provenance.isSilent()) {
            store.write(new HistoryEntry(payment, HistoryKind.FACT, provenance, message));
        }
    }

    void ignored(Payment payment, Message message, Provenance provenance) {
        store.write(new HistoryEntry(payment, HistoryKind.IGNORED, provenance, message));
    }

    private static boolean isSilent(Change change, Provenance provenance) {
        return provenance.isSilent() && !change.isNews();
    }

    private static HistoryKind kind(Change change, Provenance provenance) {
        if (!change.isNews()) {
            return HistoryKind.IGNORED;
        }
        if (provenance.isRecovery()) {
            return HistoryKind.RECOVERED;
        }
        return change.isMove() ? HistoryKind.TRANSITION : HistoryKind.FACT;
    }

    /** A failure that nobody waits for any more changes nothing. */
    private static HistoryKind kind(Change change, AttemptReport report, Provenance provenance) {
        boolean isLate = !change.isMove()
                && report.state() != AttemptState.PAID
                && !change.to().isOpen();
        return isLate ? HistoryKind.IGNORED : kind(change, provenance);
    }

    private static Message message(Payment payment, Change change, AttemptReport report) {
        boolean isAll = payment.facts().money().equals(List.of(report.amount()));
        if (change.isMoney() && !change.isMove() && !isAll) {
            return Message.of("history.more_money", report.amount());
        }
        String key = "history." + situation(change) + "." + report.state().code();
        return switch (report.state()) {
            case PAID -> Message.of(key, report.amount());
            case PROCESSING -> Message.of(key);
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
