package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.invoice.Balances;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.regex.Pattern;

/** {@code /v1/customers/{id}/balance_transactions}: what customers have in credit, or owe. */
public final class CustomerBalanceResource implements Resource {

    private static final String PATH = "/v1/customers/{id}/balance_transactions";
    private static final Rule AMOUNT =
            Rule.matching(Pattern.compile("-?[1-9]\\d{0,11}"), "parameter_invalid_integer", "Invalid integer");

    private final Stored transactions;
    private final Customers customers;
    private final Balances balances;

    /** The resource of these balances. */
    public CustomerBalanceResource(Store store, Customers customers, Balances balances) {
        this.transactions = new Stored(store, Kind.CUSTOMER_BALANCE_TRANSACTION);
        this.customers = customers;
        this.balances = balances;
    }

    @Override
    public List<Route> routes() {
        Fields create = Fields.none().expand().required("amount", AMOUNT).required("currency", Rule.text(3));
        return List.of(Route.get(PATH, Fields.page(), this::list), Route.post(PATH, create, this::create));
    }

    private JsonObject list(ApiRequest request) {
        String customer = Json.requiredText(living(request), "id");
        return transactions.list(request, transaction -> Json.has(transaction, "customer", customer));
    }

    private JsonObject create(ApiRequest request) {
        JsonObject customer = living(request);
        String currency = request.form().text("currency").orElseThrow();
        if (!Balances.isIn(customer, currency)) {
            String message = "You cannot combine currencies on a single customer. This customer has a balance in "
                    + Json.requiredText(customer, "currency") + ".";
            throw StripeError.invalid(null, "currency", message);
        }
        long amount = Long.parseLong(request.form().text("amount").orElseThrow());
        return balances.adjust(customer, amount, currency, request.cause());
    }

    private JsonObject living(ApiRequest request) {
        return customers.find(request.id()).orElseThrow(() -> StripeError.missing("customer", request.id()));
    }
}
