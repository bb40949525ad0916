package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.LinkState;
import com.operatoros.payments.gateway.Remark;
import com.operatoros.payments.text.Message;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands one report on to the locked payment.
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
        if (attempt.usesLinkUp()) {
            changes.linkUsedUp(payment);
        }
        return true;
    }

    /** Its intents may tell of the same money, before it or after it. */
    @Override
    public boolean invoicePaid(GatewayReport.InvoicePaid paid) {
        AttemptReport report = AttemptReport.ofInvoice(paid.invoiceId(), paid.amount(), paid.at());
        changes.attempt(payment, report, provenance);
        return true;
    }

    @Override
    public boolean invoiceWithdrawn(GatewayReport.InvoiceWithdrawn withdrawn) {
        changes.withdrawn(payment, provenance);
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
    public boolean overpaid(GatewayReport.Overpaid overpaid) {
        Object about = overpaid.surplus() == null ? "" : overpaid.surplus();
        attention(Attention.OVERPAID, about);
        return true;
    }

    @Override
    public boolean finalizationFailed(GatewayReport.FinalizationFailed failed) {
        attention(Attention.FINALIZATION_FAILED, orEmpty(failed.words()));
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

    /** By hand, or because it has been used. */
    @Override
    public boolean linkChanged(GatewayReport.LinkChanged changed) {
        LinkState link = changed.state();
        boolean isSwitchedOff =
                !link.active() && !link.used() && payment.status().isOpen() && !isOurDoing.getAsBoolean();
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

    private static String orEmpty(@Nullable String words) {
        return words == null ? "" : words;
    }

    private void attention(Attention reason, Object about) {
        changes.attention(payment, reason, Message.of("history.attention." + reason.code(), about), provenance);
    }
}
