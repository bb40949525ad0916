package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.invoice.Balances;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Locale;
import java.util.Optional;

/** Gives a customer a credit, or a debt, as a person does in Stripe's own dashboard (rule SK20). */
public final class BalanceControl implements Control {

    private final Store store;
    private final Customers customers;
    private final Balances balances;

    /** Moves these balances. */
    public BalanceControl(Store store, Customers customers, Balances balances) {
        this.store = store;
        this.customers = customers;
        this.balances = balances;
    }

    @Override
    public Reply run(JsonObject input) {
        String currency = BadInput.required(input, "currency").toLowerCase(Locale.ROOT);
        Optional<Long> credit = BadInput.amount(input, "credit");
        Optional<Long> debt = BadInput.amount(input, "debt");
        if (credit.isPresent() == debt.isPresent()) {
            throw new BadInput("either \"credit\" or \"debt\" must be an amount");
        }
        long amount = debt.orElseGet(() -> -credit.orElseThrow());
        return store.change(() -> customer(input)
                .filter(customer -> Balances.isIn(customer, currency))
                .map(customer -> Reply.json(200, balances.adjust(customer, amount, currency, Cause.OUTSIDE)))
                .orElseGet(() -> Reply.error(409, "there is no such customer, or his balance is in another currency")));
    }

    /** The one that is named, or the newest one with this address. */
    private Optional<JsonObject> customer(JsonObject input) {
        return Json.text(input, "customer").isPresent()
                ? customers.find(BadInput.required(input, "customer"))
                : store
                        .newestFirst(
                                Kind.CUSTOMER,
                                customer -> Json.has(customer, "email", BadInput.required(input, "email"))
                                        && !Customers.isDeleted(customer),
                                1)
                        .stream()
                        .findFirst();
    }
}
