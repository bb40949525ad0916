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
import java.util.function.LongUnaryOperator;

/** Paying an invoice: what happens when its customer presses the button, and when a bank answers later (rule SI4). */
public final class InvoiceCheckout {

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Attempts attempts;
    private final Payments payments;
    private final Arrivals arrivals;

    /** Paying these. */
    public InvoiceCheckout(
            Store store,
            Invoices invoices,
            InvoicePayments invoicePayments,
            Attempts attempts,
            Payments payments,
            Arrivals arrivals) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.attempts = attempts;
        this.payments = payments;
        this.arrivals = arrivals;
    }

    /** The payment intent that waits to be paid in full; empty when the invoice cannot be paid now. */
    public Optional<JsonObject> waitingIntent(JsonObject invoice) {
        return Optional.of(invoice)
                .filter(candidate -> InvoiceStatus.of(candidate).isPayable())
                .flatMap(candidate -> invoicePayments.intentOf(Json.requiredText(candidate, "id")))
                .filter(Payments::isWaiting);
    }

    /** Pays all that remains of an invoice; empty when it cannot be paid now. */
    public Optional<Payment> pay(String id, Instrument instrument, Payer payer) {
        return pay(id, remaining -> remaining, instrument, payer);
    }

    /** Pays less than what remains of an invoice, or more; empty when it cannot be paid now. */
    public Optional<Payment> pay(String id, LongUnaryOperator amount, Instrument instrument, Payer payer) {
        return store.change(() -> invoices.find(id).flatMap(this::waitingIntent).map(waiting -> {
            long remaining = waiting.get("amount").getAsLong();
            JsonObject intent = intent(waiting, invoices.find(id).orElseThrow(), amount.applyAsLong(remaining));
            if (instrument.asksPayer()) {
                invoices.tell(
                        "invoice.payment_action_required", invoices.find(id).orElseThrow(), Cause.OUTSIDE);
            }
            return attempts.make(
                    intent,
                    instrument,
                    payer.as(Json.requiredText(waiting, "customer")),
                    outcome -> note(id, intent, outcome));
        }));
    }

    /** The intent for all that remains also takes more; a part gets an intent of its own. */
    private JsonObject intent(JsonObject waiting, JsonObject invoice, long amount) {
        if (amount >= waiting.get("amount").getAsLong()) {
            payments.changeAmount(waiting, amount);
            return waiting;
        }
        JsonObject part = payments.draft(
                amount, Json.requiredText(invoice, "currency"), waiting.getAsJsonArray("payment_method_types"));
        part.add("customer", waiting.get("customer"));
        part.add("description", waiting.get("description"));
        payments.add(part, Cause.OUTSIDE);
        invoicePayments.openPart(invoice, part);
        return part;
    }

    /** Tells the invoice of a delayed payment what the bank said. */
    public void settle(JsonObject intent, Settlement.Outcome outcome) {
        invoicePayments
                .invoiceOf(intent)
                .ifPresent(id -> note(
                        id,
                        intent,
                        outcome == Settlement.Outcome.SUCCEEDED ? Payment.Outcome.PAID : Payment.Outcome.DECLINED));
    }

    private void note(String id, JsonObject intent, Payment.Outcome outcome) {
        JsonObject invoice = invoices.find(id).orElseThrow();
        JsonObject before = invoice.deepCopy();
        invoice.addProperty("attempted", true);
        // only retries by Stripe itself would count further
        invoice.addProperty("attempt_count", 1);
        if (outcome == Payment.Outcome.PAID) {
            invoicePayments.pay(intent, Cause.OUTSIDE);
            arrivals.online(before, invoice, intent.get("amount").getAsLong());
            return;
        }
        invoices.change(before, invoice, Cause.OUTSIDE);
        if (outcome == Payment.Outcome.DECLINED) {
            arrivals.followUp(invoice, Cause.OUTSIDE);
            invoices.tell("invoice.payment_failed", invoice, Cause.OUTSIDE);
        }
    }
}
