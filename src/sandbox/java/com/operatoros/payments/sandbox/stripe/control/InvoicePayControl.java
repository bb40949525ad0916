package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceCheckout;
import com.operatoros.payments.sandbox.stripe.invoice.InvoiceStatus;
import com.operatoros.payments.sandbox.stripe.invoice.Invoices;
import com.operatoros.payments.sandbox.stripe.invoice.OutsidePayments;
import java.util.Optional;

/** Pays an invoice as its customer would on its page, or outside of Stripe (rules SK1 and SK13). */
public final class InvoicePayControl {

    private final Invoices invoices;
    private final InvoiceCheckout checkout;
    private final OutsidePayments outside;

    /** Pays these. */
    public InvoicePayControl(Invoices invoices, InvoiceCheckout checkout, OutsidePayments outside) {
        this.invoices = invoices;
        this.checkout = checkout;
        this.outside = outside;
    }

    /** All that remains, unless an amount is wanted. */
    Reply pay(String id, Optional<Long> amount, Means means) {
        return invoices.find(id)
                .map(invoice -> checkout.pay(id, amount::orElse, means.instrument(), means.payer())
                        .map(payment -> AttemptReply.told(payment, invoice))
                        .orElseGet(() -> refused(invoice)))
                .orElseGet(() -> unknown(id));
    }

    /** Records that a part of an invoice, or all of it, was paid outside of Stripe. */
    public Reply payOutside(JsonObject input) {
        String id = BadInput.required(input, "invoice");
        long amount = BadInput.amount(input, "amount").orElseThrow(() -> new BadInput("\"amount\" is missing"));
        return Refusal.as409(() -> invoices.find(id)
                .map(invoice -> told(invoice, outside.pay(invoice, amount, Cause.OUTSIDE)))
                .orElseGet(() -> unknown(id)));
    }

    private static Reply told(JsonObject invoice, JsonObject paymentRecord) {
        JsonObject answer = new JsonObject();
        answer.add("invoice", invoice.get("id"));
        answer.add("payment_record", paymentRecord.get("id"));
        for (String field : new String[] {"amount_paid", "amount_remaining", "status"}) {
            answer.add(field, invoice.get(field));
        }
        return Reply.json(200, answer);
    }

    private static Reply unknown(String id) {
        return Reply.error(404, "there is no invoice " + id);
    }

    private static Reply refused(JsonObject invoice) {
        return Reply.error(
                409,
                switch (InvoiceStatus.of(invoice)) {
                    case DRAFT -> "the invoice is still a draft";
                    case PAID -> "it is already paid";
                    case VOID -> "the invoice is void";
                    case OPEN, UNCOLLECTIBLE -> "a payment of the invoice is being processed";
                });
    }
}
