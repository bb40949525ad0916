package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.ContradictoryReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Change;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Writes notifications in the transaction of what happened (rules N1 to N3). Long since it decides about each kind of
 * change, also where there is nothing to tell.
 */
@ApplicationScoped
class PaymentNotices implements PaymentChanged.Reader {
    private static final Failure NO_REASON = new Failure(null, "");

    @Inject
    private NotificationStore store;

    void on(@Observes PaymentChanged changed) {
        changed.tellTo(this);
    }

    @Override
    public void touched(PaymentChanged.Touched changed) {
        // Nothing that the admin has not done or been told of.
    }

    @Override
    public void payable(PaymentChanged.Payable changed) {
        // What was wanted.
    }

    @Override
    public void resendAsked(PaymentChanged.ResendAsked changed) {
        // What was wanted.
    }

    @Override
    public void drifted(PaymentChanged.Drifted changed) {
        // Told with what else reconciling finds.
    }

    @Override
    public void attentionRaised(PaymentChanged.AttentionRaised changed) {
        raised(changed, changed.change());
    }

    @Override
    public void canceled(PaymentChanged.Canceled changed) {
        raised(changed, changed.change());
    }

    private void raised(PaymentChanged changed, Change change) {
        Payment payment = changed.payment();
        change.raised()
                .forEach(reason -> attention(payment, reason, payment.id().toString(), changed.isRecovered()));
    }

    @Override
    public void refunded(PaymentChanged.Refunded changed) {
        Payment payment = changed.payment();
        RefundReport refund = changed.report();
        Amount amount = refund.amount();
        if (refund.state().isTakenBack()) {
            Value reason = Value.refundFailure(refund.failureReason());
            Message message = Message.of("notice.refund_failed", client(payment), amount, project(payment), reason);
            write(payment, "refund_failed:" + refund.refundId(), Level.ERROR, message, changed.isRecovered());
        } else {
            Message message = Message.of("notice.refunded", client(payment), amount, project(payment));
            write(payment, "refunded:" + refund.refundId(), Level.INFO, message, changed.isRecovered());
        }
    }

    @Override
    public void disputed(PaymentChanged.Disputed changed) {
        Payment payment = changed.payment();
        DisputeReport dispute = changed.report();
        Amount amount = dispute.amount();
        Value reason = Value.disputeReason(dispute.reason());
        if (dispute.state().needsResponse()) {
            Message message =
                    Message.of("notice.disputed", client(payment), amount, project(payment), reason, deadline(dispute));
            write(payment, opened(dispute), Level.CRITICAL, message, changed.isRecovered());
        } else if (!dispute.state().isClosed()) {
            Message message =
                    Message.of("notice.dispute_under_review", client(payment), amount, project(payment), reason);
            write(payment, opened(dispute), Level.ERROR, message, changed.isRecovered());
        } else {
            String key = "dispute_" + dispute.state().code();
            Level level = dispute.state() == DisputeState.LOST ? Level.ERROR : Level.INFO;
            Message message = Message.of("notice." + key, client(payment), amount, project(payment));
            write(payment, key + ":" + dispute.disputeId(), level, message, changed.isRecovered());
        }
    }

    /** One fact, whether it becomes known by its beginning or, for want of that, later. */
    private static String opened(DisputeReport dispute) {
        return "disputed:" + dispute.disputeId() + ":"
                + dispute.state().beginning().code();
    }

    private static Object deadline(DisputeReport dispute) {
        Instant due = dispute.evidenceDue();
        return due == null ? Value.text("notice.disputed.no_deadline") : due;
    }

    @Override
    public void linkSwitchedOff(PaymentChanged.LinkSwitchedOff changed) {
        Payment payment = changed.payment();
        Message message = Message.of("notice.link_switched_off", payment.reference(), project(payment));
        store.write(payment.id(), "link_off:" + changed.evidence(), Level.WARNING, message, false);
    }

    @Override
    public void questionOpen(PaymentChanged.QuestionOpen changed) {
        Payment payment = changed.payment();
        Message message = Message.of(
                "notice.question_open", payment.reference(), project(payment), changed.question(), changed.trouble());
        store.write(payment.id(), "question:" + payment.id() + ":" + changed.question(), Level.ERROR, message, false);
    }

    @Override
    public void operationStuck(PaymentChanged.OperationStuck changed) {
        Payment payment = changed.payment();
        Message message = Message.of(
                "notice.operation_stuck." + changed.operation(),
                payment.reference(),
                project(payment),
                changed.trouble());
        store.write(payment.id(), "stuck:" + changed.operationId(), Level.ERROR, message, false);
    }

    @Override
    public void mailRefused(PaymentChanged.MailRefused changed) {
        Payment payment = changed.payment();
        Message message = Message.of(
                "notice.mail_refused",
                project(payment),
                payment.reference(),
                payment.bill().clientEmail(),
                changed.reason());
        store.write(payment.id(), "mail_refused:" + changed.mailId(), Level.ERROR, message, false);
    }

    @Override
    public void creationUnknown(PaymentChanged.CreationUnknown changed) {
        Payment payment = changed.payment();
        Message message =
                Message.of("notice.creation_unknown", project(payment), payment.reference(), payment.amount());
        store.write(payment.id(), "creation_unknown:" + payment.id(), Level.WARNING, message, false);
    }

    void on(@Observes ContradictoryReport report) {
        Message message = Message.of("notice.contradiction", report.evidence(), report.type());
        store.write(null, "contradiction:" + report.evidence(), Level.CRITICAL, message, false);
    }

    @Override
    public void attemptReported(PaymentChanged.AttemptReported attempt) {
        Payment payment = attempt.payment();
        boolean isRecovered = attempt.isRecovered();
        if (attempt.change().isMove() && payment.status() == PaymentStatus.PAID) {
            Message message = Message.of("notice.paid", client(payment), payment.amount(), project(payment));
            write(payment, "paid:" + payment.id(), Level.INFO, message, isRecovered);
        }
        if (attempt.report().state() == AttemptState.FAILED && payment.status().isOpen()) {
            failed(payment, attempt);
        }
        for (Attention reason : attempt.change().raised()) {
            attention(payment, reason, attempt.report().intentId().value(), isRecovered);
        }
    }

    /** A failure without a reason is told once for its intent; the reason completes that row when it becomes known. */
    private void failed(Payment payment, PaymentChanged.AttemptReported attempt) {
        boolean isRecovered = attempt.isRecovered();
        AttemptReport report = attempt.report();
        String factOfIntent = "failed:" + report.intentId().value();
        if (report.failure() == null) {
            if (!attempt.reasonKnownBefore()) {
                write(payment, factOfIntent, Level.ERROR, failure(payment, NO_REASON), isRecovered);
            }
            return;
        }
        String fact = "failed:" + report.attemptId();
        Message message = failure(payment, report.failure());
        if (attempt.reasonKnownBefore() || !store.explain(factOfIntent, fact, message)) {
            write(payment, fact, Level.ERROR, message, isRecovered);
        }
    }

    private static Message failure(Payment payment, Failure failure) {
        return Message.of(
                "notice.failed",
                client(payment),
                payment.amount(),
                project(payment),
                Value.failure(failure.code(), failure.message()));
    }

    /** A dispute and a failed refund have notices of their own. */
    private void attention(Payment payment, Attention reason, String of, boolean isRecovered) {
        if (reason != Attention.DISPUTED && reason != Attention.REFUND_FAILED) {
            Message message =
                    Message.of("notice." + reason.code(), client(payment), project(payment), payment.amount());
            // An invoice tells of its surplus by an event of its own as well as by its intents.
            String fact =
                    payment.bill().type() == PaymentType.INVOICE ? payment.id().toString() : of;
            write(payment, reason.code() + ":" + fact, Level.CRITICAL, message, isRecovered);
        }
    }

    /** What no event told us says so, since somebody should look at the webhook. */
    private void write(Payment payment, String fact, Level level, Message message, boolean isRecovered) {
        store.write(payment.id(), fact, level, message, isRecovered);
    }

    private static String project(Payment payment) {
        return payment.bill().projectName();
    }

    private static String client(Payment payment) {
        String name = payment.bill().clientName();
        return name == null ? payment.bill().clientEmail() : name;
    }
}
