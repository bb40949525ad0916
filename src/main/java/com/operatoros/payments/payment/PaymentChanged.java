package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import com.operatoros.payments.text.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of a payment, told as a CDI event inside the transaction in which it happened. Whoever is concerned by some
 * kinds observes these; whoever has to decide about each kind reads all of them. Long since it names each kind of
 * change once.
 */
public sealed interface PaymentChanged
        permits PaymentMoved,
                PaymentChanged.Touched,
                PaymentChanged.Payable,
                PaymentChanged.ResendAsked,
                PaymentChanged.Revised,
                PaymentChanged.CopyFound,
                PaymentChanged.PayerKnown,
                PaymentChanged.LinkSwitchedOff,
                PaymentChanged.CreationUnknown,
                PaymentChanged.OperationStuck,
                PaymentChanged.KeyDenied,
                PaymentChanged.QuestionOpen,
                PaymentChanged.Drifted,
                PaymentChanged.MailRefused {

    /** Takes each kind of change; whatever is added here has to be decided about by all who read changes. */
    interface Reader {
        void touched(Touched changed);

        void payable(Payable changed);

        void resendAsked(ResendAsked changed);

        void attemptReported(PaymentMoved.AttemptReported changed);

        void invoiceReported(PaymentMoved.InvoiceReported changed);

        void revised(Revised changed);

        void accepted(PaymentMoved.Accepted changed);

        void copyFound(CopyFound changed);

        void payerKnown(PayerKnown changed);

        void refunded(PaymentMoved.Refunded changed);

        void disputed(PaymentMoved.Disputed changed);

        void canceled(PaymentMoved.Canceled changed);

        void attentionRaised(PaymentMoved.AttentionRaised changed);

        void linkSwitchedOff(LinkSwitchedOff changed);

        void creationUnknown(CreationUnknown changed);

        void operationStuck(OperationStuck changed);

        void keyDenied(KeyDenied changed);

        void questionOpen(QuestionOpen changed);

        void drifted(Drifted changed);

        void mailRefused(MailRefused changed);
    }

    /** Hands the change to the method of its kind. */
    void tellTo(Reader reader);

    Payment payment();

    /** Whether no event had told it, so that we had to ask the gateway. */
    default boolean isRecovered() {
        return false;
    }

    default UUID paymentId() {
        return payment().id();
    }

    /** Nothing that anybody has to be told, but what pages show of it is another: a step of its creation, a mail, a note. */
    record Touched(Payment payment) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.touched(this);
        }
    }

    /**
     * The client can pay from now on.
     *
     * @param isOurMail whether the mail that says so is ours to send, as it was decided with the order
     */
    record Payable(Payment payment, boolean isOurMail) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.payable(this);
        }
    }

    /** The admin asks to mail it to the client once more, which always happens. */
    record ResendAsked(Payment payment) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.resendAsked(this);
        }
    }

    /**
     * Somebody has edited the invoice at the gateway, and another one has taken its place.
     *
     * @param before what was asked for
     */
    record Revised(Payment payment, Money before, boolean isRecovered) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.revised(this);
        }
    }

    /** Who paid, how, or what it cost became known. */
    record PayerKnown(Payment payment) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.payerKnown(this);
        }
    }

    /** A link or an invoice at the gateway bears the payment's name without being its own. */
    record CopyFound(Payment payment, String copyId) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.copyFound(this);
        }
    }

    /** The link was switched off at the gateway although it had not been paid. */
    record LinkSwitchedOff(Payment payment, String evidence, boolean isRecovered) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.linkSwitchedOff(this);
        }
    }

    /** The gateway's answer to the creation is not known. */
    record CreationUnknown(Payment payment) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.creationUnknown(this);
        }
    }

    /**
     * What was asked of the gateway is not done for too long; nobody has given up.
     *
     * @param operation what was asked, as a part of the keys of its texts
     * @param trouble why it is not done
     */
    record OperationStuck(Payment payment, UUID operationId, String operation, String trouble)
            implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.operationStuck(this);
        }
    }

    /**
     * The gateway does not accept our key for what was asked.
     *
     * @param fact tells the key and what it lacks from every other
     * @param trouble what a person has to do
     */
    record KeyDenied(Payment payment, String fact, Message trouble) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.keyDenied(this);
        }
    }

    /** What an event could not tell is not known after a long time, although the gateway was asked again and again. */
    record QuestionOpen(Payment payment, String question, String trouble) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.questionOpen(this);
        }
    }

    /**
     * Our records and the gateway's differ in a way that only a person can put right.
     *
     * @param kind of the difference, as a part of the keys of its texts
     * @param ours what we say
     * @param theirs what the gateway says
     * @param since when it was found
     */
    record Drifted(Payment payment, String kind, Message ours, Message theirs, Instant since)
            implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.drifted(this);
        }
    }

    /**
     * A mail to the client was refused for good.
     *
     * @param mailId which one
     * @param reason the mail server's words
     */
    record MailRefused(Payment payment, UUID mailId, Message reason) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.mailRefused(this);
        }
    }
}
