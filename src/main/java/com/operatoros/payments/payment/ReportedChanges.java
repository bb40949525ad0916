package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Lets facts change the locked payment, whoever reports them, and writes down and tells what came of it (rules P2 and P6). */
@ApplicationScoped
class ReportedChanges {
    @Inject
    private HistoryWriter history;

    @Inject
    private Event<PaymentChanged> changes;

    @Inject
    private Event<LinkUsedUp> usedUp;

    void attempt(Payment payment, AttemptReport report, Provenance provenance) {
        boolean reasonKnownBefore = payment.facts().attempts().knowReasonOf(report.intentId());
        Change change = payment.report(report);
        history.write(payment, report, change, provenance);
        boolean hasDebitFailed = change.from() == PaymentStatus.PROCESSING && change.to() == PaymentStatus.FAILED;
        if (hasDebitFailed) {
            linkUsedUp(payment);
        }
        if (change.isNews()) {
            tell(new PaymentChanged.AttemptReported(
                    payment, report, change, reasonKnownBefore, provenance.isRecovery()));
        }
    }

    void refund(Payment payment, RefundReport report, Provenance provenance) {
        Change change = payment.report(report);
        history.write(payment, report, change, provenance);
        if (change.isNews()) {
            tell(new PaymentChanged.Refunded(payment, report, change, provenance.isRecovery()));
        }
    }

    void dispute(Payment payment, DisputeReport report, Provenance provenance) {
        Change change = payment.report(report);
        history.write(payment, report, change, provenance);
        if (change.isNews()) {
            tell(new PaymentChanged.Disputed(payment, report, change, provenance.isRecovery()));
        }
    }

    /** The invoice or the link was withdrawn: by the admin, or at the gateway, where it may also have been written off. */
    void withdrawn(Payment payment, Provenance provenance) {
        Change change = payment.cancel();
        history.canceled(payment, change, provenance);
        if (change.isNews()) {
            tell(new PaymentChanged.Canceled(payment, change, provenance.isRecovery()));
        }
    }

    /** Something that a person should look at. */
    void attention(Payment payment, Attention reason, Message message, Provenance provenance) {
        Change change = payment.raise(reason);
        history.attention(payment, message, change, provenance);
        if (change.isNews()) {
            tell(new PaymentChanged.AttentionRaised(payment, change, provenance.isRecovery()));
        }
    }

    /** A delayed payment failed and has used the link up: it is made payable again, while money is still wanted. */
    void linkUsedUp(Payment payment) {
        if (payment.status() == PaymentStatus.FAILED && payment.bill().type() == PaymentType.LINK) {
            usedUp.fire(new LinkUsedUp(payment));
        }
    }

    void tell(PaymentChanged change) {
        changes.fire(change);
    }
}
