package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentMoved;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Value;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** Writes what is told of money that goes back, since we send it or since a bank wants it. */
@ApplicationScoped
class MoneyBackNotices {

    @Inject
    private NotificationStore store;

    void refunded(PaymentMoved.Refunded changed) {
        Payment payment = changed.payment();
        RefundReport refund = changed.report();
        Amount amount = refund.amount();
        if (refund.state().isTakenBack()) {
            Value reason = Value.refundFailure(refund.failureReason());
            Message message = Message.of(
                    "notice.refund_failed",
                    PaymentNotices.client(payment),
                    amount,
                    PaymentNotices.project(payment),
                    reason);
            store.write(
                    payment.id(), "refund_failed:" + refund.refundId(), Level.ERROR, message, changed.isRecovered());
        } else if (refund.state() != RefundState.PENDING) {
            // One that is only under way is no news yet.
            String key = refund.state().isDone() ? "refunded" : "refund_waiting";
            Message message = Message.of(
                    "notice." + key, PaymentNotices.client(payment), amount, PaymentNotices.project(payment));
            store.write(payment.id(), key + ":" + refund.refundId(), Level.INFO, message, changed.isRecovered());
        }
    }

    void disputed(PaymentMoved.Disputed changed) {
        Payment payment = changed.payment();
        DisputeReport dispute = changed.report();
        Amount amount = dispute.amount();
        Value reason = Value.disputeReason(dispute.reason());
        if (dispute.state().needsResponse()) {
            Message message = Message.of(
                    "notice.disputed",
                    PaymentNotices.client(payment),
                    amount,
                    PaymentNotices.project(payment),
                    reason,
                    deadline(dispute));
            store.write(payment.id(), opened(dispute), Level.CRITICAL, message, changed.isRecovered());
        } else if (!dispute.state().isClosed()) {
            Message message = Message.of(
                    "notice.dispute_under_review",
                    PaymentNotices.client(payment),
                    amount,
                    PaymentNotices.project(payment),
                    reason);
            store.write(payment.id(), opened(dispute), Level.ERROR, message, changed.isRecovered());
        } else {
            String key = "dispute_" + dispute.state().code();
            Level level = dispute.state() == DisputeState.LOST ? Level.ERROR : Level.INFO;
            Message message = Message.of(
                    "notice." + key, PaymentNotices.client(payment), amount, PaymentNotices.project(payment));
            String fact = key + ":" + dispute.disputeId();
            if (!store.writeNews(payment.id(), fact, level, message, changed.isRecovered())) {
                // It has been won, or lost, before.
                String another = fact + ":" + dispute.toldAt().getEpochSecond();
                store.write(payment.id(), another, level, message, changed.isRecovered());
            }
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
}
