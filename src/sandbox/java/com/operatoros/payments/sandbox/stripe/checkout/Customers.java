package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.Locale;

/** All customers. */
public final class Customers {

    private final Store store;
    private final Clock clock;
    private final Events events;

    /** Customers in this store. */
    public Customers(Store store, Clock clock, Events events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** A new customer, not stored yet. */
    public JsonObject draft() {
        JsonObject customer = Shape.blank(Kind.CUSTOMER);
        customer.addProperty("created", clock.instant().getEpochSecond());
        customer.addProperty("invoice_prefix", Ids.random(8).toUpperCase(Locale.ROOT));
        return customer;
    }

    /** Keeps a new customer. */
    public JsonObject add(JsonObject customer, Cause cause) {
        store.change(() -> {
            store.put(Kind.CUSTOMER, customer);
            events.emit("customer.created", customer, cause);
        });
        return customer;
    }

    /** Keeps a changed customer; nothing is told when nothing changed. */
    public void change(JsonObject before, JsonObject after, Cause cause) {
        if (!before.equals(after)) {
            store.change(() -> {
                store.put(Kind.CUSTOMER, after);
                events.emitChange("customer.updated", before, after, cause);
            });
        }
    }

    /** The customer that a link with {@code customer_creation=always} makes of its payer. */
    String addPayer(Payer payer) {
        JsonObject customer = draft();
        customer.addProperty("email", payer.email());
        customer.addProperty("name", payer.name());
        return Json.requiredText(add(customer, Cause.OUTSIDE), "id");
    }
}
