package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Resource;
import com.operatoros.payments.sandbox.stripe.api.Route;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.List;

/** {@code /v1/account}: the one account there is. */
public final class AccountResource implements Resource {

    private final Store store;
    private final Clock clock;

    /** The account in this store. */
    public AccountResource(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("/v1/account", Fields.none().expand(), this::get));
    }

    private JsonObject get(ApiRequest request) {
        return store.newestFirst(Kind.ACCOUNT, account -> true, 1).stream()
                .findFirst()
                .orElseGet(this::create);
    }

    private JsonObject create() {
        JsonObject account = Shape.blank(Kind.ACCOUNT);
        account.addProperty("created", clock.instant().getEpochSecond());
        account.getAsJsonObject("external_accounts")
                .addProperty("url", "/v1/accounts/" + Json.requiredText(account, "id") + "/external_accounts");
        store.put(Kind.ACCOUNT, account);
        return account;
    }
}
