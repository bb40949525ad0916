package com.operatoros.payments.notification;

import com.operatoros.payments.payment.AttemptReport;
import com.operatoros.payments.payment.AttemptState;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.ContradictoryReport;
import com.operatoros.payments.payment.Failure;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNews;
import com.operatoros.payments.payment.PaymentNews.What.AttemptReported;
import com.operatoros.payments.payment.PaymentNews.What.CreationUnknown;
import com.operatoros.payments.payment.PaymentNews.What.LinkSwitchedOff;
import com.operatoros.payments.payment.PaymentNews.What.MailRefused;
import com.operatoros.payments.payment.PaymentNews.What.OperationStuck;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.payment.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;

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
            attemptReported(news.payment(), attempt);
        } else if (news.what() instanceof LinkSwitchedOff link) {
            Payment payment = news.payment();
            write(payment, "link_off:" + link.evidence(), Level.WARNING, "link_switched_off", payment.reference());
        } else if (news.what() instanceof OperationStuck stuck) {
            operationStuck(news.payment(), stuck);
        } else if (news.what() instanceof MailRefused mail) {
            mailRefused(news.payment(), mail);
        }
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

    private void attemptReported(Payment payment, AttemptReported attempt) {
        if (attempt.effect().isMove() && payment.status() == PaymentStatus.PAID) {
            paid(payment);
        }
        if (attempt.report().state() == AttemptState.FAILED && payment.status().isOpen()) {
            failed(payment, attempt);
        }
        for (Attention reason : attempt.effect().raised()) {
            alarm(payment, reason, attempt.report());
        }
    }

    private void paid(Payment payment) {
        Notification.Words words = words("paid", client(payment), amount(payment), payment.projectName());
        ledger.write(payment.id(), "paid:" + payment.id(), Level.INFO, words);
    }

    /** A failure without a reason is told once for its intent; the reason completes that row when it becomes known. */
    private void failed(Payment payment, AttemptReported attempt) {
        AttemptReport report = attempt.report();
        String factOfIntent = "failed:" + report.intentId();
        if (report.failure() == null) {
            if (!attempt.reasonKnownBefore()) {
                ledger.write(payment.id(), factOfIntent, Level.ERROR, failureWords(payment, NO_REASON));
            }
            return;
        }
        String fact = "failed:" + report.attemptId();
        Notification.Words words = failureWords(payment, report.failure());
        if (attempt.reasonKnownBefore() || !ledger.explain(factOfIntent, fact, words)) {
            ledger.write(payment.id(), fact, Level.ERROR, words);
        }
    }

    private static Notification.Words failureWords(Payment payment, Failure failure) {
        String reason = Texts.english().reason(failure);
        return words("failed", client(payment), amount(payment), payment.projectName(), reason);
    }

    private void alarm(Payment payment, Attention reason, AttemptReport report) {
        Notification.Words words = words(reason.code(), client(payment), payment.projectName(), amount(payment));
        ledger.write(payment.id(), reason.code() + ":" + report.intentId(), Level.CRITICAL, words);
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

    private static String amount(Payment payment) {
        return payment.amount().format(Locale.US);
    }
}
