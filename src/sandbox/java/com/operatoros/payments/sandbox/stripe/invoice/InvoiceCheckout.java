package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Attempts;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.checkout.Payer;
import com.operatoros.payments.sandbox.stripe.checkout.Payment;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.checkout.Settlement;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Optional;

/** Paying an invoice: what happens when its customer presses the button, and when a bank answers later (rule SI4). */
public final class InvoiceCheckout {

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Attempts attempts;
    private final Payments payments;
    private final Customers customers;

    /** Paying these. */
    public InvoiceCheckout(
            Store store,
            Invoices invoices,
            InvoicePayments invoicePayments,
            Attempts attempts,
            Payments payments,
            Customers customers) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.attempts = attempts;
        this.payments = payments;
        this.customers = customers;
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
        return overpay(id, 0, instrument, payer);
    }

    /** Pays an invoice, and so much more than is due; empty when it cannot be paid now. */
    public Optional<Payment> overpay(String id, long excess, Instrument instrument, Payer payer) {
        return store.change(() -> invoices.find(id).flatMap(this::waitingIntent).map(intent -> {
            if (excess > 0) {
                payments.changeAmount(intent, intent.get("amount").getAsLong() + excess);
            }
            if (instrument.asksPayer()) {
                invoices.tell(
                        "invoice.payment_action_required", invoices.find(id).orElseThrow(), Cause.OUTSIDE);
            }
            return attempts.make(
                    intent,
                    instrument,
                    payer.as(Json.requiredText(intent, "customer")),
                    outcome -> note(id, intent.get("amount").getAsLong(), outcome));
        }));
    }

    /** Tells the invoice of a delayed payment what the bank said. */
    public void settle(JsonObject intent, Settlement.Outcome outcome) {
        invoicePayments
                .invoiceOf(intent)
                .ifPresent(id -> note(
                        id,
                        intent.get("amount").getAsLong(),
                        outcome == Settlement.Outcome.SUCCEEDED ? Payment.Outcome.PAID : Payment.Outcome.DECLINED));
    }

    private void note(String id, long amount, Payment.Outcome outcome) {
        JsonObject invoice = invoices.find(id).orElseThrow();
        JsonObject before = invoice.deepCopy();
        invoice.addProperty("attempted", true);
        // only retries by Stripe itself would count further
        invoice.addProperty("attempt_count", 1);
        if (outcome == Payment.Outcome.PAID) {
            markPaid(invoice, amount);
            invoicePayments.pay(id, amount, Cause.OUTSIDE);
        }
        invoices.change(before, invoice, Cause.OUTSIDE);
        switch (outcome) {
            case PAID -> {
                invoices.tell("invoice.paid", invoice, Cause.OUTSIDE);
                invoices.tell("invoice.payment_succeeded", invoice, Cause.OUTSIDE);
                keepExcess(invoice);
            }
            case DECLINED -> invoices.tell("invoice.payment_failed", invoice, Cause.OUTSIDE);
            case PROCESSING, REFUSED -> {}
        }
    }

    private void markPaid(JsonObject invoice, long amount) {
        InvoiceStatus.PAID.set(invoice);
        invoice.addProperty(
                "amount_overpaid", amount - invoice.get("amount_remaining").getAsLong());
        invoice.addProperty("amount_paid", amount);
        invoice.addProperty("amount_remaining", 0);
        invoices.stamp(invoice, "paid_at");
    }

    /** What was paid too much is the customer's for the next invoice. */
    private void keepExcess(JsonObject invoice) {
        long excess = invoice.get("amount_overpaid").getAsLong();
        if (excess > 0) {
            JsonObject customer =
                    customers.find(Json.requiredText(invoice, "customer")).orElseThrow();
            JsonObject before = customer.deepCopy();
            customer.addProperty("balance", customer.get("balance").getAsLong() - excess);
            customers.change(before, customer, Cause.OUTSIDE);
            invoices.tell("invoice.overpaid", invoice, Cause.OUTSIDE);
        }
    }
}
