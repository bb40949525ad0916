package com.operatoros.payments.gateway;

import com.operatoros.payments.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the gateway about a payment, by an event or when it is asked. Long since each kind is a record of its own.
 */
public sealed interface GatewayReport {

    /** Takes each kind of report; whatever is added here has to be understood by all who read reports. */
    interface Reader {
        /** Each tells whether that is all there is to know; otherwise the gateway has to be asked how the payment stands. */
        boolean attempt(Attempt report);

        boolean invoiceStands(InvoiceStands report);

        boolean creditNote(CreditNote report);

        boolean payer(Payer report);

        boolean refund(Refund report);

        boolean refundTotal(RefundTotal report);

        boolean dispute(Dispute report);

        boolean suspicion(Suspicion report);

        boolean finalizationFailed(FinalizationFailed report);

        boolean passed(Passed report);

        boolean failedSomehow(FailedSomehow report);

        boolean linkChanged(LinkChanged report);

        boolean unclear(Unclear report);
    }

    /** Hands the report to the method of its kind. */
    boolean tellTo(Reader reader);

    /** Whether it says enough to act on. */
    default boolean isClear() {
        return true;
    }

    /**
     * An attempt to pay.
     *
     * @param usesLinkUp whether the link takes no other payment after it, although it failed
     * @param payer who pays, where it tells that
     */
    record Attempt(
            AttemptReport report,
            boolean usesLinkUp,
            @Nullable PayerReport payer) implements GatewayReport {
        /** One that does not tell who pays. */
        public Attempt(AttemptReport report, boolean usesLinkUp) {
            this(report, usesLinkUp, null);
        }

        @Override
        public boolean tellTo(Reader reader) {
            return reader.attempt(this);
        }
    }

    /**
     * How an invoice stands as a whole.
     *
     * @param remark what has just happened to it; null when nobody says
     * @param words the gateway's own about it
     */
    record InvoiceStands(
            InvoiceReport report,
            @Nullable Remark remark,
            @Nullable String words) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.invoiceStands(this);
        }
    }

    /** A credit note, or that it does not hold any more. */
    record CreditNote(CreditNoteReport report) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.creditNote(this);
        }
    }

    /**
     * Who paid, how, and what it cost.
     *
     * @param isBooked whether the gateway knows what it cost, although it need not say so here
     */
    record Payer(PayerReport report, boolean isBooked) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.payer(this);
        }
    }

    /** A refund, or more about it. */
    record Refund(RefundReport report) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.refund(this);
        }
    }

    /** How much of a charge was refunded in all; which refunds these are it does not tell. */
    record RefundTotal(ChargeId chargeId, Amount amount) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.refundTotal(this);
        }
    }

    /** A dispute, or more about it. */
    record Dispute(DisputeReport report) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.dispute(this);
        }
    }

    /** Somebody suspects something of a payment, or does not any more. */
    record Suspicion(SuspicionReport report) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.suspicion(this);
        }
    }

    /** The gateway could not open the invoice. */
    record FinalizationFailed(@Nullable String words) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.finalizationFailed(this);
        }
    }

    /** Something that moves nothing. */
    record Passed(Remark remark, @Nullable String words) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.passed(this);
        }
    }

    /** An attempt to pay an invoice failed; why, the gateway has to be asked. */
    record FailedSomehow() implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.failedSomehow(this);
        }
    }

    /** The link was changed. */
    record LinkChanged(LinkId link, LinkState state) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.linkChanged(this);
        }
    }

    /** Of a type that we act on, but a field that decides is missing or makes no sense. */
    record Unclear() implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.unclear(this);
        }

        @Override
        public boolean isClear() {
            return false;
        }
    }
}
