package com.operatoros.payments.mail;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentNews;
import com.operatoros.payments.payment.PaymentNews.What.AttemptReported;
import com.operatoros.payments.payment.PaymentNews.What.Payable;
import com.operatoros.payments.payment.PaymentNews.What.ResendAsked;
import com.operatoros.payments.payment.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Decides in the transaction of what happened which mail the client gets (rules M1 and M6). */
@ApplicationScoped
class ClientMails {

    @Inject
    private Outbox outbox;

    void on(@Observes PaymentNews news) {
        Payment payment = news.payment();
        if (news.what() instanceof Payable payable) {
            payable(payment, payable);
        } else if (news.what() instanceof ResendAsked) {
            resend(payment);
        } else if (news.what() instanceof AttemptReported attempt
                && attempt.effect().isMove()
                && payment.status() == PaymentStatus.PAID) {
            paid(payment);
        }
    }

    private void payable(Payment payment, Payable payable) {
        if (payable.isOurMail() && payment.status() != PaymentStatus.PAID && !isKnown(payment, MailKind.PAYMENT)) {
            add(payment, MailKind.PAYMENT);
        }
    }

    /** Always goes, but a second press of the button while the first resend has not been touched adds nothing. */
    private void resend(Payment payment) {
        boolean isWaiting = outbox.find(payment, MailKind.RESEND).stream()
                .anyMatch(mail -> mail.state() == OutboxState.QUEUED && mail.tries() == 0);
        if (!isWaiting) {
            add(payment, MailKind.RESEND);
        }
    }

    /** Whoever was to get nothing by e-mail, and never did, gets no receipt either. */
    private void paid(Payment payment) {
        boolean isWanted = payment.sendsEmail() || isKnown(payment, MailKind.RESEND);
        if (isWanted && !isKnown(payment, MailKind.RECEIPT)) {
            add(payment, MailKind.RECEIPT);
        }
    }

    private boolean isKnown(Payment payment, MailKind kind) {
        return !outbox.find(payment, kind).isEmpty();
    }

    private void add(Payment payment, MailKind kind) {
        outbox.add(outbox.draft(payment.id(), kind, payment.clientEmail()));
    }
}
