package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;

/** Money that arrived for an invoice, whichever way: it is counted, and all of it ends the invoice (rules SI6 and SI10). */
public final class Arrivals {

    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Payments payments;
    private final Balances balances;

    /** Arrivals for these invoices. */
    public Arrivals(Invoices invoices, InvoicePayments invoicePayments, Payments payments, Balances balances) {
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.payments = payments;
        this.balances = balances;
    }

    /** Counts a payment through Stripe in an invoice that was stored like this before. */
    void online(JsonObject before, JsonObject invoice, long amount) {
        Dues.arrive(invoice, amount);
        end(before, invoice, Cause.OUTSIDE);
        if (isEnd(before, invoice)) {
            invoices.tell("invoice.payment_succeeded", invoice, Cause.OUTSIDE);
        }
        keepExcess(before, invoice, Cause.OUTSIDE);
    }

    /** Counts a payment that somebody recorded. */
    void outside(JsonObject invoice, long amount, Cause cause) {
        JsonObject before = invoice.deepCopy();
        Dues.arrive(invoice, amount);
        Dues.add(invoice, Dues.OUTSIDE, amount);
        end(before, invoice, cause);
        keepExcess(before, invoice, cause);
    }

    private void end(JsonObject before, JsonObject invoice, Cause cause) {
        if (Dues.of(invoice, Dues.REMAINING) == 0 && InvoiceStatus.of(before).isPayable()) {
            InvoiceStatus.PAID.set(invoice);
            invoices.stamp(invoice, "paid_at");
        }
        followUp(invoice, cause);
        invoices.change(before, invoice, cause);
        if (isEnd(before, invoice)) {
            invoices.tell("invoice.paid", invoice, cause);
        }
    }

    private static boolean isEnd(JsonObject before, JsonObject invoice) {
        return InvoiceStatus.of(before) != InvoiceStatus.of(invoice);
    }

    /** What waits for a payer asks for what remains, or for nothing any more. */
    void followUp(JsonObject invoice, Cause cause) {
        String id = Json.requiredText(invoice, "id");
        long remaining = Dues.of(invoice, Dues.REMAINING);
        if (remaining == 0) {
            invoicePayments.waiting(id).forEach(intent -> {
                payments.cancel(intent, "automatic", cause);
                invoicePayments.cancel(intent);
            });
        } else {
            invoicePayments.intentOf(id).filter(Payments::isWaiting).ifPresent(intent -> {
                payments.changeAmount(intent, remaining);
                invoicePayments.request(intent, remaining);
            });
        }
    }

    /** What was paid too much is the customer's for the next invoice. */
    private void keepExcess(JsonObject before, JsonObject invoice, Cause cause) {
        long excess = Dues.of(invoice, Dues.OVERPAID) - Dues.of(before, Dues.OVERPAID);
        if (excess > 0) {
            balances.move(invoice, "invoice_overpaid", -excess, cause);
            invoices.tell("invoice.overpaid", invoice, cause);
        }
    }
}
