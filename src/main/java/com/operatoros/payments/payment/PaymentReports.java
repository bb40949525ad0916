package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes what the gateway reports about a locked payment, and writes down what came of it (rules P2 and P6). */
@ApplicationScoped
public class PaymentReports {

    @Inject
    private PaymentLedger ledger;

    @Inject
    private Chronicle chronicle;

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
        ledger.learn(payment, kind, id, intentId);
    }

    /** Lets the payment show the ids that belong together, when all that a report tells has been taken. */
    public void arrange(Payment payment) {
        ledger.arrange(payment);
    }

    /** An attempt to pay became known, or more about it. */
    public void report(Payment payment, AttemptReport report, Cause cause) {
        boolean reasonKnownBefore = payment.knowsReasonOf(report.intentId());
        Effect effect = payment.report(report);
        chronicle.write(payment, report, effect, cause);
        boolean hasDebitFailed = effect.from() == PaymentStatus.PROCESSING && effect.to() == PaymentStatus.FAILED;
        if (hasDebitFailed) {
            linkUsedUp(payment);
        }
        if (effect.isNews()) {
            tell(payment, new PaymentNews.What.AttemptReported(report, effect, reasonKnownBefore), cause);
        }
    }

    /** An invoice says that it is paid: its intents may tell of the same money, before it or after it. */
    public void invoicePaid(
            Payment payment, String invoiceId, long amountMinor, String currency, Instant at, Cause cause) {
        report(payment, AttemptReport.ofInvoice(invoiceId, amountMinor, currency, at), cause);
    }

    /** The admin says that the client has paid the rest elsewhere, and the gateway has taken note of it. */
    void paidOutside(Payment payment, Instant at, Cause cause) {
        String invoiceId = String.valueOf(payment.stripe().invoice());
        long rest = payment.amount().minor() - payment.paidByIntents();
        if (rest > 0) {
            Money outside = new Money(rest, payment.amount().currency());
            report(payment, AttemptReport.outside(invoiceId, outside, at), cause);
        }
    }

    /** Money goes back to the client, or did not. */
    public void report(Payment payment, RefundReport report, Cause cause) {
        Effect effect = payment.report(report);
        chronicle.write(payment, report, effect, cause);
        if (effect.isNews()) {
            tell(payment, new PaymentNews.What.Refunded(report, effect), cause);
        }
    }

    /** The client's bank wants money back, or has decided. */
    public void report(Payment payment, DisputeReport report, Cause cause) {
        Effect effect = payment.report(report);
        chronicle.write(payment, report, effect, cause);
        if (effect.isNews()) {
            tell(payment, new PaymentNews.What.Disputed(report, effect), cause);
        }
    }

    /**
     * A charge tells how much of it was refunded in all.
     *
     * @param currency the code of the charge's currency
     * @return whether the refunds that are known explain it
     */
    public boolean refundedInTotal(Payment payment, String chargeId, long minor, String currency, Cause cause) {
        boolean isExplained = payment.facts().refundedOf(chargeId) >= minor;
        chronicle.compared(payment, chargeId, minor, currency, isExplained, cause);
        return isExplained;
    }

    /** The invoice or the link was withdrawn: by the admin, or at the gateway, where it may also have been written off. */
    public void withdrawn(Payment payment, Cause cause) {
        Effect effect = payment.cancel();
        chronicle.write(payment, "history.canceled", effect, cause);
        if (effect.isNews()) {
            tell(payment, new PaymentNews.What.Canceled(effect), cause);
        }
    }

    /** The gateway tells of something that a person should look at. */
    public void alarm(Payment payment, Attention reason, @Nullable String words, Cause cause) {
        Effect effect = payment.alarm(reason);
        chronicle.alarm(payment, reason, words == null ? "" : words, effect, cause);
        if (effect.isNews()) {
            tell(payment, new PaymentNews.What.Alarmed(reason, effect), cause);
        }
    }

    /** A delayed payment failed and has used the link up: it is made payable again, while money is still wanted. */
    public void linkUsedUp(Payment payment) {
        if (payment.status() == PaymentStatus.FAILED && payment.type() == PaymentType.LINK) {
            intents.reopen(payment);
        }
    }

    /** The gateway tells of something that moves nothing. */
    public void passed(Payment payment, Milestone milestone, @Nullable String words, Cause cause) {
        chronicle.mention(payment, milestone.textKey(), words == null ? "" : words, cause);
    }

    /** The gateway reported something that is ours but does not say enough; it will be asked. */
    public void parked(Payment payment, String type, Cause cause) {
        chronicle.mention(payment, "history.parked", type, cause);
    }

    /** The link was changed at the gateway, by hand or because it has been used. */
    public void linkChanged(Payment payment, LinkState link, Cause cause) {
        boolean isOurDoing = ledger.isBusy(payment.id());
        boolean switchedOff = !link.active() && !link.used() && payment.status().isOpen() && !isOurDoing;
        chronicle.mention(payment, switchedOff ? "history.link_switched_off" : "history.link_changed", null, cause);
        if (switchedOff) {
            String evidence = cause.evidence() == null ? "" : cause.evidence();
            tell(payment, new PaymentNews.What.LinkSwitchedOff(evidence), cause);
        }
    }

    /** The gateway's report names this payment and another one: nothing is changed (rule P6). */
    public void contradicted(Payment payment, String type, Cause cause) {
        chronicle.ignored(payment, "history.contradiction", type, cause);
    }

    /** The gateway was asked how the payment stands. */
    public void checked(Payment payment, Instant at) {
        payment.checked(at);
    }

    /** What is known to go back of a charge, in minor units of its currency. */
    public long refundedOf(Payment payment, String chargeId) {
        return payment.facts().refundedOf(chargeId);
    }

    /** Our records and the gateway's differ in a way that only a person can put right. */
    public void drifted(Payment payment, PaymentNews.What.Drifted difference, Cause cause) {
        tell(payment, difference, cause);
    }

    /** What an event could not tell is still not known after a long time. */
    public void stillUnclear(Payment payment, String question, String trouble, Cause cause) {
        tell(payment, new PaymentNews.What.QuestionOpen(question, trouble), cause);
    }

    private void tell(Payment payment, PaymentNews.What what, Cause cause) {
        news.fire(PaymentNews.of(payment, what, cause.isRecovery()));
    }
}
