package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentMoved;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes what is told of attempts that failed (rules N3 and N7). */
@ApplicationScoped
class FailureNotices {

    private static final String SERIES = "failed:";
    private static final Failure NO_REASON = new Failure(null, "");

    @Inject
    private NotificationStore store;

    /**
     * A failure without a reason is told once for its intent; the reason completes that row when it becomes known. Many failures of a
     * payment are one row (rule N7).
     */
    void failed(PaymentMoved.AttemptReported attempt) {
        Payment payment = attempt.payment();
        AttemptReport report = attempt.report();
        String factOfIntent = "failed:" + report.intentId().value();
        if (report.failure() == null) {
            if (!attempt.reasonKnownBefore()) {
                more(attempt, factOfIntent, NO_REASON);
            }
            return;
        }
        String fact = "failed:" + report.attemptId();
        Message message = failure(payment, report.failure());
        if (attempt.reasonKnownBefore() || !store.explain(factOfIntent, fact, message)) {
            more(attempt, fact, report.failure());
        }
    }

    private void more(PaymentMoved.AttemptReported attempt, String fact, Failure failure) {
        Payment payment = attempt.payment();
        Level level = payment.outcome().attention().contains(Attention.CARD_TESTING) ? Level.CRITICAL : Level.ERROR;
        Message message = failure(payment, failure);
        if (attempt.isAnotherFailure() || !store.explainLast(payment.id(), SERIES, message)) {
            store.writeMore(payment.id(), SERIES, fact, level, message, attempt.isRecovered());
        }
    }

    private static Message failure(Payment payment, Failure failure) {
        int times = payment.facts().failures();
        Value reason = Value.failure(failure.code(), failure.message());
        boolean isTesting = payment.outcome().attention().contains(Attention.CARD_TESTING);
        return times > 1
                ? Message.of(
                        isTesting ? "notice.card_testing" : "notice.failures",
                        PaymentNotices.client(payment),
                        payment.amount(),
                        PaymentNotices.project(payment),
                        reason,
                        times)
                : Message.of(
                        "notice.failed",
                        PaymentNotices.client(payment),
                        payment.amount(),
                        PaymentNotices.project(payment),
                        reason);
    }
}
