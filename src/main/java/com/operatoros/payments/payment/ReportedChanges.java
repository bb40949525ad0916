package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.CreditNoteReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.SuspicionReport;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Lets facts change the locked payment, whoever reports them, and writes down and tells what came of it (rules P2 and P6). Long since
 * each kind of fact has a method of its own.
 */
@ApplicationScoped
class ReportedChanges {
    @Inject
    private PaymentStore store;

    @Inject
    private HistoryWriter history;

    @Inject
    private Event<PaymentChanged> changes;

    @Inject
    private Event<PaymentReports.LinkUsedUp> usedUp;

    void attempt(Payment payment, AttemptReport report, Provenance provenance) {
        boolean reasonKnownBefore = payment.facts().attempts().knowReasonOf(report.intentId());
        int failures = payment.facts().failures();
        Change change = payment.report(report);
        history.write(payment, report, change, provenance);
        boolean hasDebitFailed = change.from() == PaymentStatus.PROCESSING && change.to() == PaymentStatus.FAILED;
        boolean isCalledOff = change.isNews() && payment.facts().attempts().wereCalledOff(report.intentId());
        if (hasDebitFailed || isCalledOff) {
            linkUsedUp(payment);
        }
        if (change.isNews()) {
            boolean isAnother = payment.facts().failures() > failures;
            tell(new PaymentMoved.AttemptReported(
                    payment, report, change, reasonKnownBefore, isAnother, provenance.isRecovery()));
        }
    }

    void invoice(Payment payment, GatewayReport.InvoiceStands stands, Provenance provenance) {
        String before = payment.stripe().invoice();
        Money asked = payment.amount();
        Change change = payment.report(stands.report());
        history.write(payment, stands, change, provenance);
        if (payment.facts().settlement().invoices().isRevision(before)) {
            history.revised(payment, asked, provenance);
            tell(new PaymentChanged.Revised(payment, asked, provenance.isRecovery()));
        }
        if (change.isNews()) {
            tell(new PaymentMoved.InvoiceReported(payment, change, provenance.isRecovery()));
        }
    }

    void payer(Payment payment, PayerReport report, Provenance provenance) {
        Change change = payment.report(report);
        if (change.isNews()) {
            history.payer(payment, report, provenance);
            tell(new PaymentChanged.PayerKnown(payment));
        }
    }

    void creditNote(Payment payment, CreditNoteReport report, Provenance provenance) {
        Change change = payment.report(report);
        history.write(payment, report, change, provenance);
        if (change.isNews()) {
            tell(new PaymentMoved.InvoiceReported(payment, change, provenance.isRecovery()));
        }
    }

    /** A person takes what has arrived as settling the payment. */
    void accepted(Payment payment, long minor, Provenance provenance) {
        Change change = payment.accept(new Progress.Acceptance(provenance.at(), minor));
        history.accepted(payment, change, provenance);
        tell(new PaymentMoved.Accepted(payment, change));
    }

    void refund(Payment payment, RefundReport report, Provenance provenance) {
        Change change = payment.report(report);
        history.write(payment, report, change, provenance);
        if (change.isNews()) {
            tell(new PaymentMoved.Refunded(payment, report, change, provenance.isRecovery()));
        }
    }

    void dispute(Payment payment, DisputeReport report, Provenance provenance) {
        Change change = payment.report(report);
        history.write(payment, report, change, provenance);
        if (change.isNews()) {
            tell(new PaymentMoved.Disputed(payment, report, change, provenance.isRecovery()));
        }
    }

    /** The invoice or the link was withdrawn: by the admin, or at the gateway, where it may also have been written off. */
    void withdrawn(Payment payment, Provenance provenance) {
        Change change = payment.cancel();
        history.canceled(payment, change, provenance);
        if (change.isNews()) {
            tell(new PaymentMoved.Canceled(payment, change, provenance.isRecovery()));
        }
    }

    /** All that hangs on the intent is another's. */
    void disown(Payment payment, IntentId intent, Message message, Provenance provenance) {
        store.disown(payment, intent);
        payment.ids().forgetIntent();
        payment.outcome().forgetPayer();
        Change change = payment.take(() -> true);
        store.objects(payment).arrange();
        history.attention(payment, message, change, provenance);
        tell(new PaymentChanged.Touched(payment));
    }

    /** Somebody suspects something, or does not any more. */
    void suspicion(Payment payment, SuspicionReport report, Provenance provenance) {
        Change change = payment.report(report);
        String key = report.isOpen() ? "history.attention." : "history.over.";
        String about = report.words() == null ? "" : report.words();
        Message message = Message.of(key + Attention.of(report.kind()).code(), about);
        attention(payment, report.suspicionId(), change, message, provenance);
    }

    /** The gateway could not open the invoice. */
    void finalizationFailed(Payment payment, String words, Provenance provenance) {
        Change change = payment.take(() -> payment.outcome().flags().tell(Attention.FINALIZATION_FAILED));
        Message message = Message.of("history.attention.finalization_failed", words);
        attention(payment, payment.id().toString(), change, message, provenance);
    }

    /** Something that a person should look at, or need not any more. */
    private void attention(Payment payment, String of, Change change, Message message, Provenance provenance) {
        history.attention(payment, message, change, provenance);
        if (change.isNews()) {
            tell(new PaymentMoved.AttentionRaised(payment, of, change, provenance.isRecovery()));
        }
    }

    /** A delayed payment failed, or was called off, and has used the link up: it is made payable again, while money is still wanted. */
    void linkUsedUp(Payment payment) {
        boolean isWanted = payment.status() == PaymentStatus.FAILED || payment.status() == PaymentStatus.PENDING;
        if (isWanted && payment.bill().type() == PaymentType.LINK) {
            usedUp.fire(new PaymentReports.LinkUsedUp(payment));
        }
    }

    void tell(PaymentChanged change) {
        changes.fire(change);
    }
}
