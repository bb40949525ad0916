package com.operatoros.payments.gateway;

import com.operatoros.payments.money.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A statement of the gateway about a payment, by an event or when it is asked. */
public sealed interface GatewayReport {

    /** Takes each kind of report; whatever is added here has to be understood by all who read reports. */
    interface Reader {
        /** Each tells whether that is all there is to know; otherwise the gateway has to be asked how the payment stands. */
        boolean attempt(Attempt report);

        boolean invoicePaid(InvoicePaid report);

        boolean invoiceWithdrawn(InvoiceWithdrawn report);

        boolean refund(Refund report);

        boolean refundTotal(RefundTotal report);

        boolean dispute(Dispute report);

        boolean overpaid(Overpaid report);

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
     */
    record Attempt(AttemptReport report, boolean usesLinkUp) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.attempt(this);
        }
    }

    /** The whole invoice is paid, by the client or as the admin says; it does not tell by which intents. */
    record InvoicePaid(InvoiceId invoiceId, Amount amount, Instant at) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.invoicePaid(this);
        }
    }

    /** The invoice was voided or written off, or a credit note took all of it back before it was paid. */
    record InvoiceWithdrawn() implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.invoiceWithdrawn(this);
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

    /** More was paid on the invoice than it asks for. */
    record Overpaid(@Nullable Amount surplus) implements GatewayReport {
        @Override
        public boolean tellTo(Reader reader) {
            return reader.overpaid(this);
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
    record LinkChanged(LinkState state) implements GatewayReport {
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
