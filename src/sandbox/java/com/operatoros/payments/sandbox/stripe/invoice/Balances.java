package com.operatoros.payments.sandbox.stripe.invoice;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;

/** The balances of customers, each move of them kept: a negative one is a credit, a positive one a debt (rule SI9). */
public final class Balances {

    private final Store store;
    private final Clock clock;
    private final Customers customers;

    /** Balances of these customers. */
    public Balances(Store store, Clock clock, Customers customers) {
        this.store = store;
        this.clock = clock;
        this.customers = customers;
    }

    /** What counts on an invoice in this currency; a customer has a balance in one currency only here. */
    static long of(JsonObject customer, String currency) {
        return isIn(customer, currency) ? customer.get("balance").getAsLong() : 0;
    }

    /** Whether the customer's balance is, or can be, in this currency. */
    public static boolean isIn(JsonObject customer, String currency) {
        return Json.text(customer, "currency")
                .filter(own -> !own.equals(currency))
                .isEmpty();
    }

    /** Moves the balance of a customer and answers the transaction. */
    public JsonObject adjust(JsonObject customer, long amount, String currency, Cause cause) {
        return store.change(() -> {
            JsonObject before = customer.deepCopy();
            JsonObject transaction = move(customer, amount, currency);
            put(transaction);
            customers.change(before, customer, cause);
            return transaction;
        });
    }

    /** Moves the balance of an invoice's customer because of the invoice; a deleted customer has none. */
    void move(JsonObject invoice, String type, long amount, Cause cause) {
        Json.text(invoice, "customer").flatMap(customers::find).ifPresent(customer -> {
            JsonObject before = customer.deepCopy();
            move(customer, invoice, type, amount);
            customers.change(before, customer, cause);
        });
    }

    /** Moves the balance of a customer, who is not stored, because of an invoice. */
    void move(JsonObject customer, JsonObject invoice, String type, long amount) {
        if (amount != 0) {
            JsonObject transaction = move(customer, amount, Json.requiredText(invoice, "currency"));
            transaction.add("invoice", invoice.get("id"));
            transaction.addProperty("type", type);
            put(transaction);
        }
    }

    private JsonObject move(JsonObject customer, long amount, String currency) {
        long balance = customer.get("balance").getAsLong() + amount;
        customer.addProperty("balance", balance);
        customer.addProperty("currency", currency);
        JsonObject transaction = Shape.blank(Kind.CUSTOMER_BALANCE_TRANSACTION);
        transaction.addProperty("amount", amount);
        transaction.addProperty("created", clock.instant().getEpochSecond());
        transaction.addProperty("currency", currency);
        transaction.add("customer", customer.get("id"));
        transaction.addProperty("ending_balance", balance);
        return transaction;
    }

    private void put(JsonObject transaction) {
        store.put(Kind.CUSTOMER_BALANCE_TRANSACTION, transaction);
    }
}
