package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Attempts;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.checkout.Payer;
import com.operatoros.payments.sandbox.stripe.checkout.Payment;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Settlement;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Optional;

/** Paying an invoice: what happens when its customer presses the button, and when a bank answers later (rule I4). */
public final class InvoiceCheckout {

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Attempts attempts;

    /** Paying these. */
    public InvoiceCheckout(Store store, Invoices invoices, InvoicePayments invoicePayments, Attempts attempts) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.attempts = attempts;
    }

    /** The payment intent that waits to be paid; empty when the invoice cannot be paid now. */
    public Optional<JsonObject> waitingIntent(JsonObject invoice) {
        return Optional.of(invoice)
                .filter(candidate -> InvoiceStatus.of(candidate).isPayable())
                .flatMap(candidate -> invoicePayments.intentOf(Json.requiredText(candidate, "id")))
                .filter(Payments::isWaiting);
    }

    /** Pays an invoice; empty when it cannot be paid now. */
    public Optional<Payment> pay(String id, Instrument instrument, Payer payer) {
        return store.change(() -> invoices.find(id)
                .flatMap(this::waitingIntent)
                .map(intent -> attempts.make(
                        intent,
                        instrument,
                        payer.as(Json.requiredText(intent, "customer")),
                        outcome -> note(id, outcome))));
    }

    /** Tells the invoice of a delayed payment what the bank said. */
    public void settle(JsonObject intent, Settlement.Outcome outcome) {
        invoicePayments
                .invoiceOf(intent)
                .ifPresent(id -> note(
                        id, outcome == Settlement.Outcome.SUCCEEDED ? Payment.Outcome.PAID : Payment.Outcome.DECLINED));
    }

    private void note(String id, Payment.Outcome outcome) {
        JsonObject invoice = invoices.find(id).orElseThrow();
        JsonObject before = invoice.deepCopy();
        invoice.addProperty("attempted", true);
        // only retries by Stripe itself would count further
        invoice.addProperty("attempt_count", 1);
        if (outcome == Payment.Outcome.PAID) {
            markPaid(invoice);
            invoicePayments.pay(id, Cause.OUTSIDE);
        }
        invoices.change(before, invoice, Cause.OUTSIDE);
        switch (outcome) {
            case PAID -> {
                invoices.tell("invoice.paid", invoice, Cause.OUTSIDE);
                invoices.tell("invoice.payment_succeeded", invoice, Cause.OUTSIDE);
            }
            case DECLINED -> invoices.tell("invoice.payment_failed", invoice, Cause.OUTSIDE);
            case PROCESSING, REFUSED -> {}
        }
    }

    private void markPaid(JsonObject invoice) {
        InvoiceStatus.PAID.set(invoice);
        invoice.add("amount_paid", invoice.get("amount_due"));
        invoice.addProperty("amount_remaining", 0);
        invoices.stamp(invoice, "paid_at");
    }
}
