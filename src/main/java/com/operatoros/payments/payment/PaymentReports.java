package com.operatoros.payments.payment;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes what the gateway reports about a locked payment, and writes down what came of it (rules P2 and P6). */
@ApplicationScoped
public class PaymentReports {

    @Inject
    private PaymentLedger ledger;

    @EJB
    private Intents intents;

    @Inject
    private Event<PaymentNews> news;

    /**
     * Records that an object of Stripe belongs to the payment.
     *
     * @param intentId the intent to which the object belongs, where that is known
     */
    public void learn(Payment payment, StripeObjectKind kind, String id, @Nullable String intentId) {
        ledger.learn(payment, kind, id);
        payment.learn(kind, id, intentId);
    }

    /** An attempt to pay became known, or more about it. */
    public void report(Payment payment, AttemptReport report, Cause cause) {
        boolean reasonKnownBefore = payment.knowsReasonOf(report.intentId());
        Effect effect = payment.report(report);
        ledger.write(new HistoryEntry(payment, kind(effect, report), cause, textKey(effect, report), words(report))
                .moving(effect.from(), effect.to()));
        for (Attention reason : effect.raised()) {
            String arrived = arrived(report);
            ledger.write(
                    new HistoryEntry(payment, HistoryKind.FACT, cause, "history.attention." + reason.code(), arrived));
        }
        boolean hasDebitFailed = effect.from() == PaymentStatus.PROCESSING && effect.to() == PaymentStatus.FAILED;
        if (hasDebitFailed) {
            linkUsedUp(payment);
        }
        if (effect.isNews()) {
            news.fire(PaymentNews.of(payment, new PaymentNews.What.AttemptReported(report, effect, reasonKnownBefore)));
        }
    }

    /**
     * The invoice is paid as a whole: the money is that of its own intent, so that a report of that intent is the same
     * money, whichever comes first.
     */
    public void invoicePaid(Payment payment, long totalMinor, String currency, Instant at, Cause cause) {
        report(payment, AttemptReport.ofInvoice(payment.stripe(), totalMinor, currency, at), cause);
    }

    /** The gateway has withdrawn the invoice: it was voided or written off there. */
    public void withdrawn(Payment payment, Cause cause) {
        PaymentStatus before = payment.status();
        payment.cancel();
        HistoryKind kind = before == payment.status() ? HistoryKind.IGNORED : HistoryKind.TRANSITION;
        ledger.write(new HistoryEntry(payment, kind, cause, "history.canceled", null).moving(before, payment.status()));
        news.fire(PaymentNews.of(payment, new PaymentNews.What.Canceled()));
    }

    /** A delayed payment failed and has used the link up: it is made payable again, while money is still wanted. */
    public void linkUsedUp(Payment payment) {
        if (payment.status() == PaymentStatus.FAILED && payment.type() == PaymentType.LINK) {
            intents.reopen(payment);
        }
    }

    /** The client opened the page and left it: the link stays usable. */
    public void sessionExpired(Payment payment, Cause cause) {
        ledger.write(new HistoryEntry(payment, HistoryKind.FACT, cause, "history.session_expired", null));
    }

    /** The link was changed at the gateway, by hand or because it has been used. */
    public void linkChanged(Payment payment, LinkState link, Cause cause) {
        boolean isOurDoing = ledger.isBusy(payment.id());
        boolean switchedOff = !link.active() && !link.used() && payment.status().isOpen() && !isOurDoing;
        String key = switchedOff ? "history.link_switched_off" : "history.link_changed";
        ledger.write(new HistoryEntry(payment, HistoryKind.FACT, cause, key, null));
        if (switchedOff) {
            String evidence = cause.evidence() == null ? "" : cause.evidence();
            news.fire(PaymentNews.of(payment, new PaymentNews.What.LinkSwitchedOff(evidence)));
        }
    }

    /** The gateway reported something that is ours but does not say enough to act on it. */
    public void unclear(Payment payment, String type, Cause cause) {
        ledger.write(new HistoryEntry(payment, HistoryKind.IGNORED, cause, "history.unclear", type));
    }

    /** The gateway's report names this payment and another one: nothing is changed (rule P6). */
    public void contradicted(Payment payment, String type, Cause cause) {
        ledger.write(new HistoryEntry(payment, HistoryKind.IGNORED, cause, "history.contradiction", type));
    }

    private static HistoryKind kind(Effect effect, AttemptReport report) {
        if (effect.isMove()) {
            return HistoryKind.TRANSITION;
        }
        boolean isPaid = report.state() == AttemptState.PAID;
        return effect.isNews() && (isPaid || effect.to().isOpen()) ? HistoryKind.FACT : HistoryKind.IGNORED;
    }

    private static String textKey(Effect effect, AttemptReport report) {
        if (effect.isMoney() && !effect.isMove()) {
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

    private static String arrived(AttemptReport report) {
        return Currency.find(report.currency())
                .map(currency -> new Money(report.amountMinor(), currency).format(Locale.US))
                .orElse(report.amountMinor() + " " + report.currency());
    }

    private static @Nullable String words(AttemptReport report) {
        if (report.state() == AttemptState.PAID) {
            return arrived(report);
        }
        Failure failure = report.failure();
        return failure == null || failure.message().isBlank() ? null : failure.message();
    }
}
