package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.RefundReport;

/** A change that may have moved the payment: what became known or was decided, and what came of it. */
public sealed interface PaymentMoved extends PaymentChanged {

    Change change();

    /** Whether it is what made the payment paid. */
    default boolean isSettling() {
        return change().isMove() && payment().status() == PaymentStatus.PAID;
    }

    /**
     * An attempt to pay became known.
     *
     * @param reasonKnownBefore whether an earlier report told why this intent failed
     * @param isAnotherFailure whether a client has tried once more in vain, as against more about a try that is known
     */
    record AttemptReported(
            Payment payment,
            AttemptReport report,
            Change change,
            boolean reasonKnownBefore,
            boolean isAnotherFailure,
            boolean isRecovered)
            implements PaymentMoved {
        @Override
        public void tellTo(Reader reader) {
            reader.attemptReported(this);
        }
    }

    /** An invoice stands otherwise than before, or a credit note changes what it asks for. */
    record InvoiceReported(Payment payment, Change change, boolean isRecovered) implements PaymentMoved {
        @Override
        public void tellTo(Reader reader) {
            reader.invoiceReported(this);
        }
    }

    /** The admin takes what has arrived as settling it. */
    record Accepted(Payment payment, Change change) implements PaymentMoved {
        @Override
        public void tellTo(Reader reader) {
            reader.accepted(this);
        }
    }

    /** A refund became known, or more about it. */
    record Refunded(Payment payment, RefundReport report, Change change, boolean isRecovered) implements PaymentMoved {
        @Override
        public void tellTo(Reader reader) {
            reader.refunded(this);
        }
    }

    /** A dispute became known, or more about it. */
    record Disputed(Payment payment, DisputeReport report, Change change, boolean isRecovered) implements PaymentMoved {
        @Override
        public void tellTo(Reader reader) {
            reader.disputed(this);
        }
    }

    /** The admin or the gateway has withdrawn it. */
    record Canceled(Payment payment, Change change, boolean isRecovered) implements PaymentMoved {
        @Override
        public void tellTo(Reader reader) {
            reader.canceled(this);
        }
    }

    /**
     * The gateway told of something that a person should look at.
     *
     * @param of tells it apart from every other
     */
    record AttentionRaised(Payment payment, String of, Change change, boolean isRecovered) implements PaymentMoved {
        @Override
        public void tellTo(Reader reader) {
            reader.attentionRaised(this);
        }
    }
}
