package com.operatoros.payments.notification;

import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Change;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentChanged;
import com.operatoros.payments.payment.PaymentMoved;
import com.operatoros.payments.payment.PaymentType;
import com.operatoros.payments.text.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes notifications in the transaction of what happened (rules N1 to N3). Long since it decides about each kind of
 * change, also where there is nothing to tell.
 */
@ApplicationScoped
class PaymentNotices implements PaymentChanged.Reader {
    private static final Set<Attention> TOLD_OTHERWISE =
            EnumSet.of(Attention.DISPUTED, Attention.REFUND_FAILED, Attention.CARD_TESTING);

    @Inject
    private NotificationStore store;

    @Inject
    private MoneyBackNotices moneyBack;

    @Inject
    private FailureNotices failures;

    void on(@Observes PaymentChanged changed) {
        changed.tellTo(this);
    }

    @Override
    public void touched(PaymentChanged.Touched changed) {
        // Nothing that the admin has not done or been told of.
    }

    @Override
    public void payerKnown(PaymentChanged.PayerKnown changed) {
        // The payment itself has been told.
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
    public void attentionRaised(PaymentMoved.AttentionRaised changed) {
        raised(changed, changed.of());
    }

    @Override
    public void canceled(PaymentMoved.Canceled changed) {
        raised(changed, changed.paymentId().toString());
    }

    private void raised(PaymentMoved changed, String of) {
        toldBy(changed.change()).forEach(reason -> attention(changed.payment(), reason, of, changed.isRecovered()));
    }

    /** One amount that does not fit is one piece of news. */
    private static Set<Attention> toldBy(Change change) {
        Set<Attention> told = EnumSet.noneOf(Attention.class);
        told.addAll(change.raised());
        if (told.contains(Attention.OVERPAID)) {
            told.remove(Attention.AMOUNT_MISMATCH);
        }
        return told;
    }

    @Override
    public void accepted(PaymentMoved.Accepted changed) {
        // What was wanted.
    }

    @Override
    public void invoiceReported(PaymentMoved.InvoiceReported changed) {
        paid(changed);
        raised(changed, changed.paymentId().toString());
    }

    @Override
    public void revised(PaymentChanged.Revised changed) {
        Payment payment = changed.payment();
        Message message =
                Message.of("notice.revised", payment.reference(), project(payment), changed.before(), payment.amount());
        String fact = "revised:" + payment.stripe().invoice();
        write(payment, fact, Level.INFO, message, changed.isRecovered());
    }

    @Override
    public void copyFound(PaymentChanged.CopyFound changed) {
        Payment payment = changed.payment();
        Message message = Message.of("notice.copy", payment.reference(), project(payment), changed.copyId());
        store.write(payment.id(), "copy:" + changed.copyId(), Level.WARNING, message, false);
    }

    /** Once for a payment, whatever becomes of it afterwards; an invoice may also be settled without any money. */
    private void paid(PaymentMoved changed) {
        Payment payment = changed.payment();
        if (changed.isSettling()) {
            Money paid = payment.outcome().amountPaid();
            String key = paid.minor() == 0 ? "notice.settled" : "notice.paid";
            Message message =
                    Message.of(key, client(payment), paid.minor() == 0 ? payment.amount() : paid, project(payment));
            write(payment, "paid:" + payment.id(), Level.INFO, message, changed.isRecovered());
        }
    }

    @Override
    public void refunded(PaymentMoved.Refunded changed) {
        moneyBack.refunded(changed);
        paid(changed);
    }

    @Override
    public void disputed(PaymentMoved.Disputed changed) {
        moneyBack.disputed(changed);
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
    public void keyDenied(PaymentChanged.KeyDenied changed) {
        Message message = Message.of("notice.key_denied", changed.trouble());
        store.write(null, "key_denied:" + changed.fact(), Level.CRITICAL, message, false);
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

    @Override
    public void attemptReported(PaymentMoved.AttemptReported attempt) {
        Payment payment = attempt.payment();
        boolean isRecovered = attempt.isRecovered();
        paid(attempt);
        boolean isOdd = attempt.change().raised().contains(Attention.AMOUNT_MISMATCH);
        if (attempt.change().isMoney() && payment.outcome().isPartlyPaid() && !isOdd) {
            Message message = Message.of(
                    "notice.part_paid",
                    client(payment),
                    attempt.report().amount(),
                    project(payment),
                    payment.outcome().outstanding());
            write(payment, "part:" + attempt.report().intentId().value(), Level.INFO, message, isRecovered);
        }
        if (attempt.report().state() == AttemptState.FAILED && payment.status().isOpen()) {
            failures.failed(attempt);
        }
        // An invoice tells of its surplus by an event of its own as well as by its intents.
        boolean isInvoice = payment.bill().type() == PaymentType.INVOICE;
        raised(
                attempt,
                isInvoice
                        ? payment.id().toString()
                        : attempt.report().intentId().value());
    }

    /** A dispute, a failed refund and many failures have notices of their own. */
    private void attention(Payment payment, Attention reason, String of, boolean isRecovered) {
        if (!TOLD_OTHERWISE.contains(reason)) {
            Message message = Message.of(
                    "notice." + reason.code(),
                    client(payment),
                    project(payment),
                    payment.amount(),
                    payment.outcome().amountPaid());
            write(payment, reason.code() + ":" + of, Level.CRITICAL, message, isRecovered);
        }
    }

    /** What no event told us says so, since somebody should look at the webhook. */
    private void write(Payment payment, String fact, Level level, Message message, boolean isRecovered) {
        store.write(payment.id(), fact, level, message, isRecovered);
    }

    static String project(Payment payment) {
        return payment.bill().projectName();
    }

    static String client(Payment payment) {
        String name = payment.bill().clientName();
        return name == null ? payment.bill().clientEmail() : name;
    }
}
