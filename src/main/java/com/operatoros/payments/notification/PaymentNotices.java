package com.operatoros.payments.notification;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.AttemptReport;
import com.operatoros.payments.payment.AttemptState;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.BillingProfile;
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
import com.operatoros.payments.payment.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes notifications in the transaction of what happened (rules N1 to N3). */
@ApplicationScoped
class PaymentNotices {

    private static final Failure NO_REASON = new Failure(null, "");
    private static final DateTimeFormatter DEADLINE =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm zzz", Locale.ENGLISH);

    @Inject
    private NotificationLedger ledger;

    @Inject
    private BillingProfile profile;

    void on(@Observes PaymentNews news) {
        if (news.what() instanceof CreationUnknown) {
            creationUnknown(news.payment());
        } else if (news.what() instanceof AttemptReported attempt) {
            attemptReported(news.payment(), attempt, news.isRecovered());
        } else if (news.what() instanceof LinkSwitchedOff link) {
            Payment payment = news.payment();
            write(payment, "link_off:" + link.evidence(), Level.WARNING, "link_switched_off", payment.reference());
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
            Notification.Words words = words(
                    "question_open",
                    payment.reference(),
                    payment.projectName(),
                    question.question(),
                    question.trouble());
            ledger.write(payment.id(), "question:" + payment.id() + ":" + question.question(), Level.ERROR, words);
        }
    }

    private void refunded(Payment payment, RefundReport refund, boolean isRecovered) {
        String amount = amount(refund.amountMinor(), refund.currency());
        if (refund.state().isTakenBack()) {
            String reason = Texts.english().refundFailure(refund.failureReason());
            Notification.Words words = words("refund_failed", client(payment), amount, payment.projectName(), reason);
            write(payment, "refund_failed:" + refund.refundId(), Level.ERROR, words, isRecovered);
        } else {
            Notification.Words words = words("refunded", client(payment), amount, payment.projectName());
            write(payment, "refunded:" + refund.refundId(), Level.INFO, words, isRecovered);
        }
    }

    private void disputed(Payment payment, DisputeReport dispute, boolean isRecovered) {
        String amount = amount(dispute.amountMinor(), dispute.currency());
        String reason = Texts.english().disputeReason(dispute.reason());
        if (dispute.state().needsResponse()) {
            Notification.Words words =
                    words("disputed", client(payment), amount, payment.projectName(), reason, deadline(dispute));
            write(payment, opened(dispute), Level.CRITICAL, words, isRecovered);
        } else if (!dispute.state().isClosed()) {
            Notification.Words words =
                    words("dispute_under_review", client(payment), amount, payment.projectName(), reason);
            write(payment, opened(dispute), Level.ERROR, words, isRecovered);
        } else if (dispute.state().isClosed()) {
            String key = "dispute_" + dispute.state().code();
            Level level = dispute.state() == DisputeState.LOST ? Level.ERROR : Level.INFO;
            Notification.Words words = words(key, client(payment), amount, payment.projectName());
            write(payment, key + ":" + dispute.disputeId(), level, words, isRecovered);
        }
    }

    /** One fact, whether it is learnt by its beginning or, for want of that, later. */
    private static String opened(DisputeReport dispute) {
        return "disputed:" + dispute.disputeId() + ":"
                + dispute.state().beginning().code();
    }

    private String deadline(DisputeReport dispute) {
        Instant due = dispute.evidenceDue();
        return due == null
                ? Texts.english().get("notice.disputed.no_deadline")
                : DEADLINE.withZone(profile.zone()).format(due);
    }

    private void operationStuck(Payment payment, OperationStuck stuck) {
        Notification.Words words = words(
                "operation_stuck." + stuck.operation(), payment.reference(), payment.projectName(), stuck.trouble());
        ledger.write(payment.id(), "stuck:" + stuck.operationId(), Level.ERROR, words);
    }

    private void mailRefused(Payment payment, MailRefused mail) {
        Notification.Words words =
                words("mail_refused", payment.projectName(), payment.reference(), payment.clientEmail(), mail.reason());
        ledger.write(payment.id(), "mail_refused:" + mail.mailId(), Level.ERROR, words);
    }

    private void creationUnknown(Payment payment) {
        Notification.Words words =
                words("creation_unknown", payment.projectName(), payment.reference(), amount(payment));
        ledger.write(payment.id(), "creation_unknown:" + payment.id(), Level.WARNING, words);
    }

    void on(@Observes ContradictoryReport report) {
        Notification.Words words = words("contradiction", report.evidence(), report.type());
        ledger.write(null, "contradiction:" + report.evidence(), Level.CRITICAL, words);
    }

    private void attemptReported(Payment payment, AttemptReported attempt, boolean isRecovered) {
        if (attempt.effect().isMove() && payment.status() == PaymentStatus.PAID) {
            Notification.Words words = words("paid", client(payment), amount(payment), payment.projectName());
            write(payment, "paid:" + payment.id(), Level.INFO, words, isRecovered);
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
                write(payment, factOfIntent, Level.ERROR, failureWords(payment, NO_REASON), isRecovered);
            }
            return;
        }
        String fact = "failed:" + report.attemptId();
        Notification.Words words = failureWords(payment, report.failure());
        if (attempt.reasonKnownBefore() || !ledger.explain(factOfIntent, fact, words)) {
            write(payment, fact, Level.ERROR, words, isRecovered);
        }
    }

    private static Notification.Words failureWords(Payment payment, Failure failure) {
        String reason = Texts.english().reason(failure);
        return words("failed", client(payment), amount(payment), payment.projectName(), reason);
    }

    /** A dispute and a failed refund have notices of their own. */
    private void alarm(Payment payment, Attention reason, String of, boolean isRecovered) {
        if (reason != Attention.DISPUTED && reason != Attention.REFUND_FAILED) {
            Notification.Words words = words(reason.code(), client(payment), payment.projectName(), amount(payment));
            // An invoice tells of its surplus by an event of its own as well as by its intents.
            String fact = payment.type() == PaymentType.INVOICE ? payment.id().toString() : of;
            write(payment, reason.code() + ":" + fact, Level.CRITICAL, words, isRecovered);
        }
    }

    /** What no event told us says so, since somebody should look at the webhook. */
    private void write(Payment payment, String fact, Level level, Notification.Words words, boolean isRecovered) {
        Notification.Words told = isRecovered
                ? new Notification.Words(words.title(), Texts.english().get("notice.recovered", words.message()))
                : words;
        ledger.write(payment.id(), fact, level, told);
    }

    private void write(Payment payment, String fact, Level level, String text, String subject) {
        ledger.write(payment.id(), fact, level, words(text, subject, payment.projectName()));
    }

    private static Notification.Words words(String text, Object... values) {
        Texts texts = Texts.english();
        return new Notification.Words(
                texts.get("notice." + text + ".title"), texts.get("notice." + text + ".message", values));
    }

    private static String client(Payment payment) {
        String name = payment.clientName();
        return name == null ? payment.clientEmail() : name;
    }

    private static String amount(long minor, String code) {
        return Currency.find(code)
                .map(currency -> new Money(minor, currency).format(Locale.US))
                .orElse(minor + " " + code);
    }

    private static String amount(Payment payment) {
        return payment.amount().format(Locale.US);
    }
}
