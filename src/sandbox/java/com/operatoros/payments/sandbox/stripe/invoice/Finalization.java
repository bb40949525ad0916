package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Optional;

/** Makes an open invoice out of a draft (rules SI2 and SI3). */
public final class Finalization {

    private final Store store;
    private final Invoices invoices;
    private final InvoicePayments invoicePayments;
    private final Customers customers;
    private final Payments payments;
    private final Closing closing;
    private final Balances balances;

    /** Finalizing these. */
    public Finalization(
            Store store,
            Invoices invoices,
            InvoicePayments invoicePayments,
            Customers customers,
            Payments payments,
            Closing closing,
            Balances balances) {
        this.store = store;
        this.invoices = invoices;
        this.invoicePayments = invoicePayments;
        this.customers = customers;
        this.payments = payments;
        this.closing = closing;
        this.balances = balances;
    }

    /** Finalizes a draft. */
    public void run(JsonObject draft, Cause cause) {
        JsonObject before = draft.deepCopy();
        Optional<JsonObject> original = closing.original(draft);
        original.ifPresent(Finalization::checkReplaceable);
        String id = Json.requiredText(draft, "customer");
        JsonObject customer = customers.find(id).orElseThrow(() -> StripeError.missing("customer", id, "customer"));
        store.change(() -> {
            JsonObject customerBefore = customer.deepCopy();
            BillTo.copy(customer, draft);
            number(draft, customer);
            original.ifPresent(
                    replaced -> balances.move(customer, replaced, "unapplied_from_invoice", Dues.applied(replaced)));
            settle(draft, customer);
            customers.change(customerBefore, customer, cause);
            open(draft, cause);
            invoices.change(before, draft, cause);
            invoices.tell("invoice.finalized", draft, cause);
            if (InvoiceStatus.of(draft) == InvoiceStatus.PAID) {
                invoices.tell("invoice.paid", draft, cause);
                invoices.tell("invoice.payment_succeeded", draft, cause);
            }
            original.ifPresent(replaced -> closing.replace(replaced, draft.get("id"), cause));
        });
    }

    private static void checkReplaceable(JsonObject original) {
        if (!InvoiceStatus.of(original).isPayable()) {
            String message = "The invoice that this one revises is "
                    + InvoiceStatus.of(original).label() + " and can't be replaced any more.";
            throw StripeError.invalid(null, null, message);
        }
    }

    private void number(JsonObject draft, JsonObject customer) {
        Optional<String> own = Json.text(draft, "number");
        if (own.isPresent()) {
            if (invoices.isNumberTaken(own.get())) {
                throw StripeError.invalid(null, "number", "Invoice number " + own.get() + " is already used.");
            }
            return;
        }
        long sequence = customer.get("next_invoice_sequence").getAsLong();
        String prefix = Json.requiredText(customer, "invoice_prefix");
        while (invoices.isNumberTaken(numbered(prefix, sequence))) {
            sequence++;
        }
        draft.addProperty("number", numbered(prefix, sequence));
        customer.addProperty("next_invoice_sequence", sequence + 1);
    }

    private static String numbered(String prefix, long sequence) {
        return "%s-%04d".formatted(prefix, sequence);
    }

    /** Reckons what is due, with the balance of the customer; too little to be charged is kept there. */
    private void settle(JsonObject draft, JsonObject customer) {
        String currency = Json.requiredText(draft, "currency");
        long balance = Balances.of(customer, currency);
        long due = Dues.of(draft, "total") + balance;
        boolean isCharged = due >= Currencies.smallest(currency);
        if (isCharged) {
            check(due, currency);
        }
        long left = isCharged ? 0 : due;
        draft.addProperty("starting_balance", balance);
        draft.addProperty("ending_balance", left);
        draft.addProperty(Dues.DUE, isCharged ? due : 0);
        draft.addProperty(Dues.REMAINING, Dues.of(draft, Dues.DUE));
        String type = left > 0 ? "invoice_too_small" : "applied_to_invoice";
        balances.move(customer, draft, type, left - balance);
    }

    private static void check(long due, String currency) {
        if (due > Currencies.largest(currency)) {
            String message = "Amount must be no more than " + Currencies.format(Currencies.largest(currency), currency);
            throw StripeError.invalid("amount_too_large", null, message);
        }
        if (due % Currencies.step(currency) != 0) {
            String message = "Amounts in " + currency + " must be a multiple of " + Currencies.step(currency) + ".";
            throw StripeError.invalid(null, null, message);
        }
    }

    private void open(JsonObject draft, Cause cause) {
        invoices.publish(draft);
        draft.add("last_finalization_error", JsonNull.INSTANCE);
        draft.addProperty("effective_at", invoices.now());
        invoices.stamp(draft, "finalized_at");
        if (draft.get("amount_due").getAsLong() > 0) {
            InvoiceStatus.OPEN.set(draft);
            invoicePayments.openDefault(draft, intent(draft, cause));
        } else {
            InvoiceStatus.PAID.set(draft);
            draft.addProperty("attempted", true);
            invoices.stamp(draft, "paid_at");
        }
    }

    private JsonObject intent(JsonObject draft, Cause cause) {
        JsonObject intent = payments.draft(
                draft.get("amount_due").getAsLong(), Json.requiredText(draft, "currency"), methods(draft));
        intent.add("customer", draft.get("customer"));
        intent.addProperty("description", "Payment for Invoice");
        return payments.add(intent, cause);
    }

    /** What can be paid with: what the invoice says, else everything the sandbox knows. */
    public static JsonArray methods(JsonObject invoice) {
        JsonObject settings = invoice.getAsJsonObject("payment_settings");
        if (settings.get("payment_method_types").isJsonArray()) {
            return settings.getAsJsonArray("payment_method_types");
        }
        JsonArray methods = new JsonArray();
        methods.add("card");
        methods.add("sepa_debit");
        return methods;
    }
}
