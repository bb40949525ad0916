package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.LinkState;
import com.operatoros.payments.gateway.Remark;
import com.operatoros.payments.text.Message;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands one report on to the locked payment. Long since each kind of report has a method of its own.
 *
 * @param isOurDoing whether something that we asked of the gateway is under way
 */
record ReportReader(
        Payment payment,
        Provenance provenance,
        BooleanSupplier isOurDoing,
        ReportedChanges changes,
        HistoryWriter history)
        implements GatewayReport.Reader {

    @Override
    public boolean attempt(GatewayReport.Attempt attempt) {
        changes.attempt(payment, attempt.report(), provenance);
        if (attempt.payer() != null) {
            changes.payer(payment, attempt.payer(), provenance);
        }
        if (attempt.usesLinkUp()) {
            changes.linkUsedUp(payment);
        }
        // Whether the client waits or the money is on its way the page does not say; its intent does.
        return attempt.report().state() != AttemptState.SUBMITTED || isToldByIntent(attempt.report());
    }

    /** What it costs is known when the gateway has booked it, of which no event tells all. */
    @Override
    public boolean payer(GatewayReport.Payer payer) {
        changes.payer(payment, payer.report(), provenance);
        boolean isAsked = provenance.isSilent();
        return isAsked
                || !payer.isBooked()
                || payment.facts().attempts().isBooked(payer.report().intentId());
    }

    /** Of one that has been edited enough is known when the one that took its place is. */
    @Override
    public boolean invoiceStands(GatewayReport.InvoiceStands stands) {
        changes.invoice(payment, stands, provenance);
        return payment.facts().settlement().invoices().isClear();
    }

    @Override
    public boolean creditNote(GatewayReport.CreditNote note) {
        changes.creditNote(payment, note.report(), provenance);
        return true;
    }

    @Override
    public boolean refund(GatewayReport.Refund refund) {
        changes.refund(payment, refund.report(), provenance);
        return true;
    }

    /** Enough is known if the refunds that are known explain it. */
    @Override
    public boolean refundTotal(GatewayReport.RefundTotal total) {
        boolean isExplained = payment.facts()
                        .refundability()
                        .refundedOf(total.chargeId(), total.amount().currency())
                        .minor()
                >= total.amount().minor();
        history.compared(payment, total, isExplained, provenance);
        return isExplained;
    }

    @Override
    public boolean dispute(GatewayReport.Dispute dispute) {
        changes.dispute(payment, dispute.report(), provenance);
        return true;
    }

    @Override
    public boolean finalizationFailed(GatewayReport.FinalizationFailed failed) {
        changes.finalizationFailed(payment, orEmpty(failed.words()), provenance);
        return true;
    }

    @Override
    public boolean suspicion(GatewayReport.Suspicion suspicion) {
        changes.suspicion(payment, suspicion.report(), provenance);
        return true;
    }

    @Override
    public boolean passed(GatewayReport.Passed passed) {
        history.mention(payment, Message.of(passed.remark().textKey(), orEmpty(passed.words())), provenance);
        return true;
    }

    @Override
    public boolean failedSomehow(GatewayReport.FailedSomehow failed) {
        history.mention(payment, Message.of(Remark.ATTEMPT_FAILED.textKey()), provenance);
        return payment.outcome().failure().isPresent();
    }

    /** By hand, or because it has been used; one whose place another has taken is off, as it should be. */
    @Override
    public boolean linkChanged(GatewayReport.LinkChanged changed) {
        LinkState link = changed.state();
        boolean isCurrent = changed.link().value().equals(payment.stripe().paymentLink());
        boolean isOff = !link.active() && !link.used();
        boolean isSwitchedOff = isCurrent && isOff && payment.status().isOpen() && !isOurDoing.getAsBoolean();
        history.mention(
                payment, Message.of(isSwitchedOff ? "history.link_switched_off" : "history.link_changed"), provenance);
        if (isSwitchedOff) {
            changes.tell(new PaymentChanged.LinkSwitchedOff(
                    payment, orEmpty(provenance.evidence()), provenance.isRecovery()));
        }
        return true;
    }

    @Override
    public boolean unclear(GatewayReport.Unclear unclear) {
        return false;
    }

    private boolean isToldByIntent(AttemptReport report) {
        return payment.facts().attempts().isToldBesides(report.intentId(), AttemptState.SUBMITTED);
    }

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }
}
