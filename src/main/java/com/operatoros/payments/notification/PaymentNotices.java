package com.operatoros.payments.notification;

import com.operatoros.payments.notification.Wording.Value;
import com.operatoros.payments.payment.AttemptReport;
import com.operatoros.payments.payment.AttemptState;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.ContradictoryReport;
import com.operatoros.payments.payment.DisputeReport;
import com.operatoros.payments.payment.DisputeState;
import com.operatoros.payments.payment.Failure;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNews;
import com.operatoros.payments.payment.PaymentNews.What.Alarmed;
import com.operatoros.payments.payment.PaymentNews.What.AttemptReported;
import com.operatoros.payments.payment.PaymentNews.What.Canceled;
import com.operatoros.payments.payment.PaymentNews.What.CreationUnknown;
import com.operatoros.payments.payment.PaymentNews.What.Disputed;
import com.operatoros.payments.payment.PaymentNews.What.LinkSwitchedOff;
import com.operatoros.payments.payment.PaymentNews.What.MailRefused;
import com.operatoros.payments.payment.PaymentNews.What.OperationStuck;
import com.operatoros.payments.payment.PaymentNews.What.QuestionOpen;
import com.operatoros.payments.payment.PaymentNews.What.Refunded;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.payment.RefundReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;

/** Writes notifications in the transaction of what happened (rules N1 to N3). */
@ApplicationScoped
class PaymentNotices {

    private static final Failure NO_REASON = new Failure(null, "");

    @Inject
    private NotificationLedger ledger;

    void on(@Observes PaymentNews news) {
        if (news.what() instanceof CreationUnknown) {
            creationUnknown(news.payment());
        } else if (news.what() instanceof AttemptReported attempt) {
            attemptReported(news.payment(), attempt, news.isRecovered());
        } else if (news.what() instanceof LinkSwitchedOff link) {
            Payment payment = news.payment();
            Wording wording = Wording.of("link_switched_off", Value.plain(payment.reference()), project(payment));
            ledger.write(payment.id(), "link_off:" + link.evidence(), Level.WARNING, wording);
        } else if (news.what() instanceof OperationStuck stuck) {
            operationStuck(news.payment(), stuck);
        } else if (news.what() instanceof MailRefused mail) {
            mailRefused(news.payment(), mail);
        } else {
            moneyBack(news);
        }
    }

    private void moneyBack(PaymentNews news) {
        Payment payment = news.payment();
        if (news.what() instanceof Refunded refund) {
            refunded(payment, refund.report(), news.isRecovered());
        } else if (news.what() instanceof Disputed dispute) {
            disputed(payment, dispute.report(), news.isRecovered());
        } else if (news.what() instanceof Alarmed alarm) {
            alarm.effect()
                    .raised()
                    .forEach(reason -> alarm(payment, reason, payment.id().toString(), news.isRecovered()));
        } else if (news.what() instanceof Canceled canceled) {
            canceled.effect()
                    .raised()
                    .forEach(reason -> alarm(payment, reason, payment.id().toString(), news.isRecovered()));
        } else if (news.what() instanceof QuestionOpen question) {
            Wording wording = Wording.of(
                    "question_open",
                    Value.plain(payment.reference()),
                    project(payment),
                    Value.plain(question.question()),
                    Value.plain(question.trouble()));
            ledger.write(payment.id(), "question:" + payment.id() + ":" + question.question(), Level.ERROR, wording);
        }
    }

    private void refunded(Payment payment, RefundReport refund, boolean isRecovered) {
        Value amount = Value.amount(refund.amountMinor(), refund.currency());
        if (refund.state().isTakenBack()) {
            Value reason = Value.refundFailure(refund.failureReason());
            Wording wording = Wording.of("refund_failed", client(payment), amount, project(payment), reason);
            write(payment, "refund_failed:" + refund.refundId(), Level.ERROR, wording, isRecovered);
        } else {
            Wording wording = Wording.of("refunded", client(payment), amount, project(payment));
            write(payment, "refunded:" + refund.refundId(), Level.INFO, wording, isRecovered);
        }
    }

    private void disputed(Payment payment, DisputeReport dispute, boolean isRecovered) {
        Value amount = Value.amount(dispute.amountMinor(), dispute.currency());
        Value reason = Value.disputeReason(dispute.reason());
        if (dispute.state().needsResponse()) {
            Wording wording =
                    Wording.of("disputed", client(payment), amount, project(payment), reason, deadline(dispute));
            write(payment, opened(dispute), Level.CRITICAL, wording, isRecovered);
        } else if (!dispute.state().isClosed()) {
            Wording wording = Wording.of("dispute_under_review", client(payment), amount, project(payment), reason);
            write(payment, opened(dispute), Level.ERROR, wording, isRecovered);
        } else if (dispute.state().isClosed()) {
            String key = "dispute_" + dispute.state().code();
            Level level = dispute.state() == DisputeState.LOST ? Level.ERROR : Level.INFO;
            Wording wording = Wording.of(key, client(payment), amount, project(payment));
            write(payment, key + ":" + dispute.disputeId(), level, wording, isRecovered);
        }
    }

    /** One fact, whether it is learnt by its beginning or, for want of that, later. */
    private static String opened(DisputeReport dispute) {
        return "disputed:" + dispute.disputeId() + ":"
                + dispute.state().beginning().code();
    }

    private static Value deadline(DisputeReport dispute) {
        Instant due = dispute.evidenceDue();
        return due == null ? Value.text("notice.disputed.no_deadline") : Value.time(due);
    }

    private void operationStuck(Payment payment, OperationStuck stuck) {
        Wording wording = Wording.of(
                "operation_stuck." + stuck.operation(),
                Value.plain(payment.reference()),
                project(payment),
                Value.plain(stuck.trouble()));
        ledger.write(payment.id(), "stuck:" + stuck.operationId(), Level.ERROR, wording);
    }

    private void mailRefused(Payment payment, MailRefused mail) {
        Wording wording = Wording.of(
                "mail_refused",
                project(payment),
                Value.plain(payment.reference()),
                Value.plain(payment.clientEmail()),
                Value.plain(mail.reason()));
        ledger.write(payment.id(), "mail_refused:" + mail.mailId(), Level.ERROR, wording);
    }

    private void creationUnknown(Payment payment) {
        Wording wording = Wording.of(
                "creation_unknown", project(payment), Value.plain(payment.reference()), Value.amount(payment.amount()));
        ledger.write(payment.id(), "creation_unknown:" + payment.id(), Level.WARNING, wording);
    }

    void on(@Observes ContradictoryReport report) {
        Wording wording = Wording.of("contradiction", Value.plain(report.evidence()), Value.plain(report.type()));
        ledger.write(null, "contradiction:" + report.evidence(), Level.CRITICAL, wording);
    }

    private void attemptReported(Payment payment, AttemptReported attempt, boolean isRecovered) {
        if (attempt.effect().isMove() && payment.status() == PaymentStatus.PAID) {
            Wording wording = Wording.of("paid", client(payment), Value.amount(payment.amount()), project(payment));
            write(payment, "paid:" + payment.id(), Level.INFO, wording, isRecovered);
        }
        if (attempt.report().state() == AttemptState.FAILED && payment.status().isOpen()) {
            failed(payment, attempt, isRecovered);
        }
        for (Attention reason : attempt.effect().raised()) {
            alarm(payment, reason, attempt.report().intentId(), isRecovered);
        }
    }

    /** A failure without a reason is told once for its intent; the reason completes that row when it becomes known. */
    private void failed(Payment payment, AttemptReported attempt, boolean isRecovered) {
        AttemptReport report = attempt.report();
        String factOfIntent = "failed:" + report.intentId();
        if (report.failure() == null) {
            if (!attempt.reasonKnownBefore()) {
                write(payment, factOfIntent, Level.ERROR, failure(payment, NO_REASON), isRecovered);
            }
            return;
        }
        String fact = "failed:" + report.attemptId();
        Wording wording = failure(payment, report.failure());
        if (attempt.reasonKnownBefore() || !ledger.explain(factOfIntent, fact, wording)) {
            write(payment, fact, Level.ERROR, wording, isRecovered);
        }
    }

    private static Wording failure(Payment payment, Failure failure) {
        return Wording.of(
                "failed", client(payment), Value.amount(payment.amount()), project(payment), Value.failure(failure));
    }

    /** A dispute and a failed refund have notices of their own. */
    private void alarm(Payment payment, Attention reason, String of, boolean isRecovered) {
        if (reason != Attention.DISPUTED && reason != Attention.REFUND_FAILED) {
            Wording wording =
                    Wording.of(reason.code(), client(payment), project(payment), Value.amount(payment.amount()));
            // An invoice tells of its surplus by an event of its own as well as by its intents.
            String fact = payment.type() == PaymentType.INVOICE ? payment.id().toString() : of;
            write(payment, reason.code() + ":" + fact, Level.CRITICAL, wording, isRecovered);
        }
    }

    /** What no event told us says so, since somebody should look at the webhook. */
    private void write(Payment payment, String fact, Level level, Wording wording, boolean isRecovered) {
        ledger.write(payment.id(), fact, level, isRecovered ? wording.recovered() : wording);
    }

    private static Value project(Payment payment) {
        return Value.plain(payment.projectName());
    }

    private static Value client(Payment payment) {
        String name = payment.clientName();
        return Value.plain(name == null ? payment.clientEmail() : name);
    }
}
