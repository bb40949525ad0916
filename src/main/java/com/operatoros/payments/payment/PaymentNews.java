package com.operatoros.payments.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * Told as a CDI event inside the transaction in which something happened to a payment.
 *
 * @param status where the payment stands now
 * @param isRecovered whether no event had told it, so that we had to ask the gateway
 */
public record PaymentNews(UUID paymentId, PaymentStatus status, Payment payment, What what, boolean isRecovered) {

    /** What happened. */
    public sealed interface What {
        /** The payment was made, or its creation came to an end. */
        record CreationMoved() implements What {}

        /**
         * The client can pay from now on.
         *
         * @param isOurMail whether the mail that says so is ours to send, as it was decided with the intent
         */
        record Payable(boolean isOurMail) implements What {}

        /** The admin asks to mail it to the client once more, which always happens. */
        record ResendAsked() implements What {}

        /** The admin or the gateway has withdrawn it. */
        record Canceled(Effect effect) implements What {}

        /** A refund became known, or more about it. */
        record Refunded(RefundReport report, Effect effect) implements What {}

        /** A dispute became known, or more about it. */
        record Disputed(DisputeReport report, Effect effect) implements What {}

        /** The gateway told of something that a person should look at. */
        record Alarmed(Attention reason, Effect effect) implements What {}

        /** What an event could not tell is not known after a long time, although the gateway was asked again and again. */
        record QuestionOpen(String question, String trouble) implements What {}

        /**
         * Our records and the gateway's differ in a way that only a person can put right.
         *
         * @param kind of the difference, as a part of the keys of its texts
         * @param ours what we say
         * @param theirs what the gateway says
         * @param since when it was found
         */
        record Drifted(String kind, String ours, String theirs, Instant since) implements What {}

        /** Somebody has seen to what needed attention. */
        record Attended() implements What {}

        /**
         * What was asked of the gateway is not done for too long; nobody has given up.
         *
         * @param operation what was asked, as a part of the keys of its texts
         * @param trouble why it is not done
         */
        record OperationStuck(UUID operationId, String operation, String trouble) implements What {}

        /** A mail to the client was sent, or will not be. */
        record MailMoved() implements What {}

        /**
         * A mail to the client was refused for good.
         *
         * @param mailId which one
         * @param reason the mail server's words
         */
        record MailRefused(UUID mailId, String reason) implements What {}

        /** The gateway's answer to the creation is not known. */
        record CreationUnknown() implements What {}

        /**
         * An attempt to pay became known.
         *
         * @param reasonKnownBefore whether an earlier report told why this intent failed
         */
        record AttemptReported(AttemptReport report, Effect effect, boolean reasonKnownBefore) implements What {}

        /** The link was switched off at the gateway although it had not been paid. */
        record LinkSwitchedOff(String evidence) implements What {}
    }

    static PaymentNews of(Payment payment, What what) {
        return of(payment, what, false);
    }

    static PaymentNews of(Payment payment, What what, boolean isRecovered) {
        return new PaymentNews(payment.id(), payment.status(), payment, what, isRecovered);
    }
}
