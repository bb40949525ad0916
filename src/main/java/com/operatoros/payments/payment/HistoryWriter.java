package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the gateway reported into the history: what it rests on and what came of it (rule P6). What we had to ask
 * for is marked as recovered, and is written only where it told something new: asking again leaves no trace.
 */
@ApplicationScoped
class HistoryWriter {

    @Inject
    private PaymentStore store;

    void write(Payment payment, AttemptReport report, Change change, Provenance provenance) {
        if (isSilent(change.isNews(), provenance)) {
            return;
        }
        HistoryEntry entry = new HistoryEntry(
                payment, kind(change, report, provenance), provenance, textKey(payment, change, report), words(report));
        store.write(entry.moving(change.from(), change.to())
                .about(report.attemptId(), report.amountMinor(), report.currency(), report.at()));
        raised(payment, change, arrived(report.amountMinor(), report.currency()), provenance);
    }

    /** A dispute and a refund that failed are told by their own lines. */
    private void raised(Payment payment, Change change, String words, Provenance provenance) {
        change.raised().stream()
                .filter(reason -> reason != Attention.DISPUTED && reason != Attention.REFUND_FAILED)
                .forEach(reason -> store.write(new HistoryEntry(
                        payment,
                        HistoryKind.FACT,
                        provenance,
                        "history.attention." + reason.code(),
                        amount(payment, reason)
                                .map(money -> money.format(Locale.US))
                                .orElse(words))));
    }

    /** What a reason is about, where it is not what the report told. */
    private static Optional<Money> amount(Payment payment, Attention reason) {
        return switch (reason) {
            case OVERPAID -> Optional.of(payment.surplus()).filter(surplus -> surplus.minor() > 0);
            case PAID_AFTER_CANCEL -> Optional.of(payment.amountPaid());
            case AMOUNT_MISMATCH, DISPUTED, REFUND_FAILED, FINALIZATION_FAILED -> Optional.empty();
        };
    }

    /** Something that the gateway wants a person to look at. */
    void alarm(Payment payment, Attention reason, String words, Change change, Provenance provenance) {
        if (!isSilent(change.isNews(), provenance)) {
            String key = "history.attention." + reason.code();
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, key, words));
        }
    }

    void write(Payment payment, RefundReport report, Change change, Provenance provenance) {
        if (isSilent(change.isNews(), provenance)) {
            return;
        }
        String arrived = arrived(report.amountMinor(), report.currency());
        String key = (change.isNews() ? "history.refund." : "history.known.refund.")
                + report.state().code();
        store.write(new HistoryEntry(payment, kind(change, provenance), provenance, key, arrived)
                .about(report.refundId(), report.amountMinor(), report.currency(), report.at()));
    }

    void write(Payment payment, DisputeReport report, Change change, Provenance provenance) {
        if (isSilent(change.isNews(), provenance)) {
            return;
        }
        String arrived = arrived(report.amountMinor(), report.currency());
        String key = (change.isNews() ? "history.dispute." : "history.known.dispute.")
                + report.state().code();
        store.write(new HistoryEntry(payment, kind(change, provenance), provenance, key, arrived)
                .about(report.disputeId(), report.amountMinor(), report.currency(), report.at()));
    }

    /** Something that speaks of no money. */
    void write(Payment payment, String textKey, Change change, Provenance provenance) {
        if (!isSilent(change.isNews(), provenance)) {
            store.write(new HistoryEntry(payment, kind(change, provenance), provenance, textKey, null)
                    .moving(change.from(), change.to()));
            raised(payment, change, "", provenance);
        }
    }

    /** What the gateway tells of the refunds of a charge as a whole. */
    void compared(
            Payment payment, String chargeId, long minor, String code, boolean isExplained, Provenance provenance) {
        if (!provenance.isSilent()) {
            String key = isExplained ? "history.refunds_agree" : "history.refunds_missing";
            store.write(new HistoryEntry(payment, HistoryKind.FACT, provenance, key, arrived(minor, code))
                    .about(chargeId, minor, code, provenance.at()));
        }
    }

    /** Something that the gateway told and that changes nothing. */
    void mention(Payment payment, String textKey, @Nullable String value, Provenance provenance) {
        if (!provenance.isSilent()) {
            store.write(new HistoryEntry(payment, HistoryKind.FACT, provenance, textKey, value));
        }
    }

    void ignored(Payment payment, String textKey, @Nullable String value, Provenance provenance) {
        store.write(new HistoryEntry(payment, HistoryKind.IGNORED, provenance, textKey, value));
    }

    private static boolean isSilent(boolean isNews, Provenance provenance) {
        return provenance.isSilent() && !isNews;
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

    private static String textKey(Payment payment, Change change, AttemptReport report) {
        boolean isAll = payment.money().equals(Map.of(report.currency(), report.amountMinor()));
        if (change.isMoney() && !change.isMove() && !isAll) {
            return "history.more_money";
        }
        String state = report.state().code();
        boolean isUnexplained = report.state() == AttemptState.FAILED && words(report) == null;
        return "history." + situation(change) + "." + state + (isUnexplained ? "_unexplained" : "");
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

    private static @Nullable String words(AttemptReport report) {
        if (report.state() == AttemptState.PAID) {
            return arrived(report.amountMinor(), report.currency());
        }
        Failure failure = report.failure();
        return failure == null || failure.message().isBlank() ? null : failure.message();
    }

    private static String arrived(long minor, String code) {
        return Currency.find(code)
                .map(currency -> new Money(minor, currency).format(Locale.US))
                .orElse(minor + " " + code);
    }
}
