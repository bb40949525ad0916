package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /v1/balance} and the transactions that make it. */
public final class BalanceResource implements Resource {

    private final Store store;
    private final Stored transactions;

    /** The balance in this store. */
    public BalanceResource(Store store) {
        this.store = store;
        this.transactions = new Stored(store, Kind.BALANCE_TRANSACTION);
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("/v1/balance", Fields.none().expand(), this::get),
                Route.get("/v1/balance_transactions/{id}", Fields.none().expand(), transactions::get));
    }

    /** All money is pending: the sandbox knows no payouts. */
    private JsonObject get(ApiRequest request) {
        Map<String, Long> sums = new TreeMap<>(Map.of("usd", 0L));
        store.newestFirst(Kind.BALANCE_TRANSACTION, transaction -> true)
                .forEach(transaction -> sums.merge(
                        Json.requiredText(transaction, "currency"),
                        transaction.get("net").getAsLong(),
                        Long::sum));
        JsonObject balance = Shape.part("balance");
        JsonArray available = balance.getAsJsonArray("available");
        JsonArray pending = balance.getAsJsonArray("pending");
        sums.forEach((currency, sum) -> {
            available.add(amount(0, currency));
            pending.add(amount(sum, currency));
        });
        return balance;
    }

    private static JsonObject amount(long minorUnits, String currency) {
        JsonObject sources = new JsonObject();
        sources.addProperty("card", minorUnits);
        JsonObject amount = new JsonObject();
        amount.addProperty("amount", minorUnits);
        amount.addProperty("currency", currency);
        amount.add("source_types", sources);
        return amount;
    }
}
