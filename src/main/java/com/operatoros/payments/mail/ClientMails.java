package com.operatoros.payments.mail;

import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged.Payable;
import com.operatoros.payments.payment.PaymentChanged.ResendAsked;
import com.operatoros.payments.payment.PaymentMoved;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.sql.WriteBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Decides in the transaction of what happened which mail the client gets (rules X1 and I4). */
@ApplicationScoped
class ClientMails {

    @Inject
    private MailQueue queue;

    @Inject
    private WriteBatch batch;

    private final Consumer<List<Payment>> receipting = this::receipt;

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

    void on(@Observes PaymentMoved moving) {
        Payment payment = moving.payment();
        if (moving.isSettling() && payment.outcome().amountPaid().minor() > 0) {
            batch.write(receipting, payment);
        }
    }

    /** Whoever was to get nothing by e-mail, and never did, gets no receipt either. */
    private void receipt(List<Payment> paid) {
        Map<UUID, Set<MailKind>> known = queue.findKinds(paid, Set.of(MailKind.RESEND, MailKind.RECEIPT));
        paid.stream()
                .distinct()
                .filter(payment -> isReceiptWanted(payment, known.getOrDefault(payment.id(), Set.of())))
                .forEach(payment -> add(payment, MailKind.RECEIPT));
    }

    private static boolean isReceiptWanted(Payment payment, Set<MailKind> known) {
        boolean isToBeWritten = payment.bill().sendsEmail() || known.contains(MailKind.RESEND);
        return isToBeWritten && !known.contains(MailKind.RECEIPT);
    }

    private boolean isKnown(Payment payment, MailKind kind) {
        return !queue.find(payment, kind).isEmpty();
    }

    private void add(Payment payment, MailKind kind) {
        queue.add(queue.draft(payment.id(), kind, payment.bill().clientEmail()));
    }
}
