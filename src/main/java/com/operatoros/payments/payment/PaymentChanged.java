package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.text.Message;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of a payment, told as a CDI event inside the transaction in which it happened. Whoever is concerned by some
 * kinds observes these; whoever has to decide about each kind reads all of them. Long since it names each kind of
 * change once.
 */
public sealed interface PaymentChanged {

    /** Takes each kind of change; whatever is added here has to be decided about by all who read changes. */
    interface Reader {
        void touched(Touched changed);

        void payable(Payable changed);

        void resendAsked(ResendAsked changed);

        void attemptReported(AttemptReported changed);

        void refunded(Refunded changed);

        void disputed(Disputed changed);

        void canceled(Canceled changed);

        void attentionRaised(AttentionRaised changed);

        void linkSwitchedOff(LinkSwitchedOff changed);

        void creationUnknown(CreationUnknown changed);

        void operationStuck(OperationStuck changed);

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
     * An attempt to pay became known.
     *
     * @param reasonKnownBefore whether an earlier report told why this intent failed
     */
    record AttemptReported(
            Payment payment, AttemptReport report, Change change, boolean reasonKnownBefore, boolean isRecovered)
            implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.attemptReported(this);
        }
    }

    /** A refund became known, or more about it. */
    record Refunded(Payment payment, RefundReport report, Change change, boolean isRecovered)
            implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.refunded(this);
        }
    }

    /** A dispute became known, or more about it. */
    record Disputed(Payment payment, DisputeReport report, Change change, boolean isRecovered)
            implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.disputed(this);
        }
    }

    /** The admin or the gateway has withdrawn it. */
    record Canceled(Payment payment, Change change, boolean isRecovered) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.canceled(this);
        }
    }

    /** The gateway told of something that a person should look at. */
    record AttentionRaised(Payment payment, Change change, boolean isRecovered) implements PaymentChanged {
        @Override
        public void tellTo(Reader reader) {
            reader.attentionRaised(this);
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
