package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.AttemptReport;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.DisputeReport;
import com.operatoros.payments.payment.LinkState;
import com.operatoros.payments.payment.Milestone;
import com.operatoros.payments.payment.RefundReport;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What Stripe can say about a payment, by an event or when it is asked. */
public sealed interface News {

    /**
     * An attempt to pay.
     *
     * @param usesLinkUp whether the link takes no other payment after it, although it failed
     */
    record Attempt(AttemptReport report, boolean usesLinkUp) implements News {}

    /** The whole invoice is paid, by the client or as the admin says; it does not tell by which intents. */
    record InvoicePaid(String invoiceId, long amountMinor, String currency, Instant at) implements News {}

    /** The invoice was voided or written off, or a credit note took all of it back before it was paid. */
    record InvoiceWithdrawn() implements News {}

    record Refund(RefundReport report) implements News {}

    /**
     * How much of a charge was refunded in all; which refunds these are it does not tell.
     *
     * @param amountMinor in minor units of the charge's currency
     */
    record RefundTotal(String chargeId, long amountMinor, String currency) implements News {}

    record Dispute(DisputeReport report) implements News {}

    /** Something that a person should look at. */
    record Alarm(Attention reason, @Nullable String words) implements News {}

    /** Something that moves nothing. */
    record Passed(Milestone milestone, @Nullable String words) implements News {}

    /** An attempt to pay an invoice failed; why, Stripe has to be asked. */
    record FailedSomehow() implements News {}

    /** The link was changed. */
    record LinkChanged(LinkState state) implements News {}

    /** Of a type that we act on, but a field that decides is missing or makes no sense (rule S4). */
    record Unclear() implements News {}
}
