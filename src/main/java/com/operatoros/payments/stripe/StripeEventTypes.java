package com.operatoros.payments.stripe;

import java.util.List;

/** The types of events that the webhook endpoint should be registered for, and that the sweep reads. */
public final class StripeEventTypes {

    /** All types that say something to us. */
    public static final List<String> ALL = List.of(
            "checkout.session.completed",
            "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed",
            "checkout.session.expired",
            "payment_intent.succeeded",
            "payment_intent.processing",
            "payment_intent.payment_failed",
            "payment_intent.requires_action",
            "payment_intent.partially_funded",
            "payment_intent.canceled",
            "payment_link.created",
            "payment_link.updated",
            "invoice.updated",
            "invoice.finalized",
            "invoice.sent",
            "invoice.paid",
            "invoice.payment_succeeded",
            "invoice.payment_failed",
            "invoice.payment_action_required",
            "invoice.voided",
            "invoice.marked_uncollectible",
            "invoice.overpaid",
            "invoice.finalization_failed",
            "invoice_payment.paid",
            "charge.succeeded",
            "charge.updated",
            "charge.refunded",
            "refund.created",
            "refund.updated",
            "refund.failed",
            "credit_note.created",
            "credit_note.updated",
            "credit_note.voided",
            "radar.early_fraud_warning.created",
            "radar.early_fraud_warning.updated",
            "review.opened",
            "review.closed",
            "charge.dispute.created",
            "charge.dispute.updated",
            "charge.dispute.closed",
            "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated");

    private StripeEventTypes() {}
}
