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
class Chronicle {

    @Inject
    private PaymentLedger ledger;

    void write(Payment payment, AttemptReport report, Effect effect, Cause cause) {
        if (isSilent(effect.isNews(), cause)) {
            return;
        }
        HistoryEntry entry = new HistoryEntry(
                payment, kind(effect, report, cause), cause, textKey(payment, effect, report), words(report));
        ledger.write(entry.moving(effect.from(), effect.to())
                .about(report.attemptId(), report.amountMinor(), report.currency(), report.at()));
        raised(payment, effect, arrived(report.amountMinor(), report.currency()), cause);
    }

    /** A dispute and a refund that failed are told by their own lines. */
    private void raised(Payment payment, Effect effect, String words, Cause cause) {
        effect.raised().stream()
                .filter(reason -> reason != Attention.DISPUTED && reason != Attention.REFUND_FAILED)
                .forEach(reason -> ledger.write(new HistoryEntry(
                        payment,
                        HistoryKind.FACT,
                        cause,
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
    void alarm(Payment payment, Attention reason, String words, Effect effect, Cause cause) {
        if (!isSilent(effect.isNews(), cause)) {
            String key = "history.attention." + reason.code();
            ledger.write(new HistoryEntry(payment, kind(effect, cause), cause, key, words));
        }
    }

    void write(Payment payment, RefundReport report, Effect effect, Cause cause) {
        if (isSilent(effect.isNews(), cause)) {
            return;
        }
        String arrived = arrived(report.amountMinor(), report.currency());
        String key = (effect.isNews() ? "history.refund." : "history.known.refund.")
                + report.state().code();
        ledger.write(new HistoryEntry(payment, kind(effect, cause), cause, key, arrived)
                .about(report.refundId(), report.amountMinor(), report.currency(), report.at()));
    }

    void write(Payment payment, DisputeReport report, Effect effect, Cause cause) {
        if (isSilent(effect.isNews(), cause)) {
            return;
        }
        String arrived = arrived(report.amountMinor(), report.currency());
        String key = (effect.isNews() ? "history.dispute." : "history.known.dispute.")
                + report.state().code();
        ledger.write(new HistoryEntry(payment, kind(effect, cause), cause, key, arrived)
                .about(report.disputeId(), report.amountMinor(), report.currency(), report.at()));
    }

    /** Something that speaks of no money. */
    void write(Payment payment, String textKey, Effect effect, Cause cause) {
        if (!isSilent(effect.isNews(), cause)) {
            ledger.write(new HistoryEntry(payment, kind(effect, cause), cause, textKey, null)
                    .moving(effect.from(), effect.to()));
            raised(payment, effect, "", cause);
        }
    }

    /** What the gateway tells of the refunds of a charge as a whole. */
    void compared(Payment payment, String chargeId, long minor, String code, boolean isExplained, Cause cause) {
        if (!cause.isSilent()) {
            String key = isExplained ? "history.refunds_agree" : "history.refunds_missing";
            ledger.write(new HistoryEntry(payment, HistoryKind.FACT, cause, key, arrived(minor, code))
                    .about(chargeId, minor, code, cause.at()));
        }
    }

    /** Something that the gateway told and that changes nothing. */
    void mention(Payment payment, String textKey, @Nullable String value, Cause cause) {
        if (!cause.isSilent()) {
            ledger.write(new HistoryEntry(payment, HistoryKind.FACT, cause, textKey, value));
        }
    }

    void ignored(Payment payment, String textKey, @Nullable String value, Cause cause) {
        ledger.write(new HistoryEntry(payment, HistoryKind.IGNORED, cause, textKey, value));
    }

    private static boolean isSilent(boolean isNews, Cause cause) {
        return cause.isSilent() && !isNews;
    }

    private static HistoryKind kind(Effect effect, Cause cause) {
        if (!effect.isNews()) {
            return HistoryKind.IGNORED;
        }
        if (cause.isRecovery()) {
            return HistoryKind.RECOVERED;
        }
        return effect.isMove() ? HistoryKind.TRANSITION : HistoryKind.FACT;
    }

    /** A failure that nobody waits for any more changes nothing. */
    private static HistoryKind kind(Effect effect, AttemptReport report, Cause cause) {
        boolean isLate = !effect.isMove()
                && report.state() != AttemptState.PAID
                && !effect.to().isOpen();
        return isLate ? HistoryKind.IGNORED : kind(effect, cause);
    }

    private static String textKey(Payment payment, Effect effect, AttemptReport report) {
        boolean isAll = payment.money().equals(Map.of(report.currency(), report.amountMinor()));
        if (effect.isMoney() && !effect.isMove() && !isAll) {
            return "history.more_money";
        }
        String state = report.state().code();
        boolean isUnexplained = report.state() == AttemptState.FAILED && words(report) == null;
        return "history." + situation(effect) + "." + state + (isUnexplained ? "_unexplained" : "");
    }

    private static String situation(Effect effect) {
        if (effect.isMove()) {
            return "moved";
        }
        if (!effect.isNews()) {
            return "known";
        }
        return effect.to().isOpen() ? "reported" : "late";
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
