package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.RefundReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Lets facts change the locked payment, whoever reports them, and writes down and tells what came of it (rules P2 and P6). */
@ApplicationScoped
class ReportEffects {
    @Inject
    private Chronicle chronicle;

    @Inject
    private Event<PaymentChanged> changes;

    void attempt(Payment payment, AttemptReport report, Cause cause) {
        boolean reasonKnownBefore = payment.knowsReasonOf(report.intentId());
        Effect effect = payment.report(report);
        chronicle.write(payment, report, effect, cause);
        boolean hasDebitFailed = effect.from() == PaymentStatus.PROCESSING && effect.to() == PaymentStatus.FAILED;
        if (hasDebitFailed) {
            linkUsedUp(payment, cause);
        }
        if (effect.isNews()) {
            tell(new PaymentChanged.AttemptReported(payment, report, effect, reasonKnownBefore, cause.isRecovery()));
        }
    }

    void refund(Payment payment, RefundReport report, Cause cause) {
        Effect effect = payment.report(report);
        chronicle.write(payment, report, effect, cause);
        if (effect.isNews()) {
            tell(new PaymentChanged.Refunded(payment, report, effect, cause.isRecovery()));
        }
    }

    void dispute(Payment payment, DisputeReport report, Cause cause) {
        Effect effect = payment.report(report);
        chronicle.write(payment, report, effect, cause);
        if (effect.isNews()) {
            tell(new PaymentChanged.Disputed(payment, report, effect, cause.isRecovery()));
        }
    }

    /** The invoice or the link was withdrawn: by the admin, or at the gateway, where it may also have been written off. */
    void withdrawn(Payment payment, Cause cause) {
        Effect effect = payment.cancel();
        chronicle.write(payment, "history.canceled", effect, cause);
        if (effect.isNews()) {
            tell(new PaymentChanged.Canceled(payment, effect, cause.isRecovery()));
        }
    }

    /** Something that a person should look at. */
    void attention(Payment payment, Attention reason, String words, Cause cause) {
        Effect effect = payment.alarm(reason);
        chronicle.alarm(payment, reason, words, effect, cause);
        if (effect.isNews()) {
            tell(new PaymentChanged.AttentionRaised(payment, effect, cause.isRecovery()));
        }
    }

    /** A delayed payment failed and has used the link up: it is made payable again, while money is still wanted. */
    void linkUsedUp(Payment payment, Cause cause) {
        if (payment.status() == PaymentStatus.FAILED && payment.type() == PaymentType.LINK) {
            tell(new PaymentChanged.LinkUsedUp(payment, cause.isRecovery()));
        }
    }

    void tell(PaymentChanged change) {
        changes.fire(change);
    }
}
