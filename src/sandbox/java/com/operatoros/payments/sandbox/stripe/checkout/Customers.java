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
import java.util.Optional;

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

    /** A customer that was not deleted. */
    public Optional<JsonObject> find(String id) {
        return store.find(Kind.CUSTOMER, id).filter(customer -> !isDeleted(customer));
    }

    /** Whether only the stub of a deleted customer is left. */
    public static boolean isDeleted(JsonObject customer) {
        return Json.isTrue(customer, "deleted");
    }

    /** Deletes a customer and answers the stub that is left. */
    public JsonObject delete(JsonObject customer, Cause cause) {
        JsonObject stub = new JsonObject();
        stub.add("id", customer.get("id"));
        stub.addProperty("object", Kind.CUSTOMER.object());
        stub.addProperty("deleted", true);
        store.change(() -> {
            store.put(Kind.CUSTOMER, stub);
            events.emit("customer.deleted", customer, cause);
        });
        return stub;
    }

    /** The customer that a link with {@code customer_creation=always} makes of its payer. */
    String addPayer(Payer payer) {
        JsonObject customer = draft();
        customer.addProperty("email", payer.email());
        customer.addProperty("name", payer.name());
        return Json.requiredText(add(customer, Cause.OUTSIDE), "id");
    }
}
