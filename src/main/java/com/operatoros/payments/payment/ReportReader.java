package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.LinkState;
import com.operatoros.payments.gateway.Remark;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands one report on to the locked payment.
 *
 * @param isOurDoing whether something that we asked of the gateway is under way
 */
record ReportReader(
        Payment payment, Cause cause, BooleanSupplier isOurDoing, ReportEffects effects, Chronicle chronicle)
        implements GatewayReport.Reader {

    @Override
    public boolean attempt(GatewayReport.Attempt attempt) {
        effects.attempt(payment, attempt.report(), cause);
        if (attempt.usesLinkUp()) {
            effects.linkUsedUp(payment, cause);
        }
        return true;
    }

    /** Its intents may tell of the same money, before it or after it. */
    @Override
    public boolean invoicePaid(GatewayReport.InvoicePaid paid) {
        AttemptReport report =
                AttemptReport.ofInvoice(paid.invoiceId(), paid.amountMinor(), paid.currency(), paid.at());
        effects.attempt(payment, report, cause);
        return true;
    }

    @Override
    public boolean invoiceWithdrawn(GatewayReport.InvoiceWithdrawn withdrawn) {
        effects.withdrawn(payment, cause);
        return true;
    }

    @Override
    public boolean refund(GatewayReport.Refund refund) {
        effects.refund(payment, refund.report(), cause);
        return true;
    }

    /** Enough is known if the refunds that are known explain it. */
    @Override
    public boolean refundTotal(GatewayReport.RefundTotal total) {
        boolean isExplained = payment.facts().refundedOf(total.chargeId()) >= total.amountMinor();
        chronicle.compared(payment, total.chargeId(), total.amountMinor(), total.currency(), isExplained, cause);
        return isExplained;
    }

    @Override
    public boolean dispute(GatewayReport.Dispute dispute) {
        effects.dispute(payment, dispute.report(), cause);
        return true;
    }

    @Override
    public boolean overpaid(GatewayReport.Overpaid overpaid) {
        effects.attention(payment, Attention.OVERPAID, orEmpty(overpaid.words()), cause);
        return true;
    }

    @Override
    public boolean finalizationFailed(GatewayReport.FinalizationFailed failed) {
        effects.attention(payment, Attention.FINALIZATION_FAILED, orEmpty(failed.words()), cause);
        return true;
    }

    @Override
    public boolean passed(GatewayReport.Passed passed) {
        chronicle.mention(payment, passed.remark().textKey(), orEmpty(passed.words()), cause);
        return true;
    }

    @Override
    public boolean failedSomehow(GatewayReport.FailedSomehow failed) {
        chronicle.mention(payment, Remark.ATTEMPT_FAILED.textKey(), "", cause);
        return payment.failure().isPresent();
    }

    /** By hand, or because it has been used. */
    @Override
    public boolean linkChanged(GatewayReport.LinkChanged changed) {
        LinkState link = changed.state();
        boolean isSwitchedOff =
                !link.active() && !link.used() && payment.status().isOpen() && !isOurDoing.getAsBoolean();
        chronicle.mention(payment, isSwitchedOff ? "history.link_switched_off" : "history.link_changed", null, cause);
        if (isSwitchedOff) {
            effects.tell(new PaymentChanged.LinkSwitchedOff(payment, orEmpty(cause.evidence()), cause.isRecovery()));
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
}
