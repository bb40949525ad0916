package com.operatoros.payments.mail;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged.Payable;
import com.operatoros.payments.payment.PaymentChanged.ResendAsked;
import com.operatoros.payments.payment.PaymentMoved;
import com.operatoros.payments.payment.PaymentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Decides in the transaction of what happened which mail the client gets (rules X1 and I4). */
@ApplicationScoped
class ClientMails {

    @Inject
    private MailQueue queue;

    void on(@Observes Payable payable) {
        Payment payment = payable.payment();
        if (payable.isOurMail() && payment.status() != PaymentStatus.PAID && !isKnown(payment, MailKind.PAYMENT)) {
            add(payment, MailKind.PAYMENT);
        }
    }

    /** Always goes, but a second press of the button while the first resend has not been touched adds nothing. */
    void on(@Observes ResendAsked resend) {
        Payment payment = resend.payment();
        boolean isWaiting = queue.find(payment, MailKind.RESEND).stream()
                .anyMatch(mail -> mail.delivery().isUntried());
        if (!isWaiting) {
            add(payment, MailKind.RESEND);
        }
    }

    /** Whoever was to get nothing by e-mail, and never did, gets no receipt either. */
    void on(@Observes PaymentMoved moving) {
        Payment payment = moving.payment();
        boolean isPaid = moving.isSettling() && payment.outcome().amountPaid().minor() > 0;
        if (isPaid && isWanted(payment) && !isKnown(payment, MailKind.RECEIPT)) {
            add(payment, MailKind.RECEIPT);
        }
    }

    private boolean isWanted(Payment payment) {
        return payment.bill().sendsEmail() || isKnown(payment, MailKind.RESEND);
    }

    private boolean isKnown(Payment payment, MailKind kind) {
        return !queue.find(payment, kind).isEmpty();
    }

    private void add(Payment payment, MailKind kind) {
        queue.add(queue.draft(payment.id(), kind, payment.bill().clientEmail()));
    }
}
