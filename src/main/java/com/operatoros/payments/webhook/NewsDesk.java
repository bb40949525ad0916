package com.operatoros.payments.webhook;

import com.operatoros.payments.payment.Cause;
import com.operatoros.payments.payment.Milestone;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentReports;
import com.operatoros.payments.stripe.News;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands what Stripe said on to the locked payment, the same way whether an event said it or Stripe was asked. */
@ApplicationScoped
public class NewsDesk {

    @Inject
    private PaymentReports reports;

    /**
     * Tells the payment.
     *
     * @return whether that is all there is to know; otherwise Stripe has to be asked how the payment stands
     */
    public boolean tell(Payment payment, News news, Cause cause) {
        if (news instanceof News.Attempt attempt) {
            reports.report(payment, attempt.report(), cause);
            if (attempt.usesLinkUp()) {
                reports.linkUsedUp(payment);
            }
        } else if (news instanceof News.InvoicePaid paid) {
            reports.invoicePaid(payment, paid.invoiceId(), paid.amountMinor(), paid.currency(), paid.at(), cause);
        } else if (news instanceof News.InvoiceWithdrawn) {
            reports.withdrawn(payment, cause);
        } else if (news instanceof News.LinkChanged link) {
            reports.linkChanged(payment, link.state(), cause);
        } else {
            return tellMoneyBack(payment, news, cause);
        }
        return true;
    }

    private boolean tellMoneyBack(Payment payment, News news, Cause cause) {
        if (news instanceof News.Refund refund) {
            reports.report(payment, refund.report(), cause);
        } else if (news instanceof News.RefundTotal total) {
            return reports.refundedInTotal(payment, total.chargeId(), total.amountMinor(), total.currency(), cause);
        } else if (news instanceof News.Dispute dispute) {
            reports.report(payment, dispute.report(), cause);
        } else if (news instanceof News.Alarm alarm) {
            reports.alarm(payment, alarm.reason(), alarm.words(), cause);
        } else if (news instanceof News.Passed passed) {
            reports.passed(payment, passed.milestone(), passed.words(), cause);
        } else if (news instanceof News.FailedSomehow) {
            reports.passed(payment, Milestone.ATTEMPT_FAILED, null, cause);
            return payment.failure().isPresent();
        } else {
            return false;
        }
        return true;
    }
}
