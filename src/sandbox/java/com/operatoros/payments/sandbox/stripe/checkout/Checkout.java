package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import org.jspecify.annotations.Nullable;

/** Paying a session: all that happens when a payer presses the button, as one change. */
public final class Checkout {

    private final Store store;
    private final Events events;
    private final PaymentLinks links;
    private final Payments payments;
    private final Attempts attempts;
    private final Customers customers;

    /** Paying with these. */
    public Checkout(
            Store store, Events events, PaymentLinks links, Payments payments, Attempts attempts, Customers customers) {
        this.store = store;
        this.events = events;
        this.links = links;
        this.payments = payments;
        this.attempts = attempts;
        this.customers = customers;
    }

    /** Pays a session, unless it cannot be paid. */
    public Payment pay(String sessionId, Instrument instrument, Payer payer) {
        return store.change(() -> {
            JsonObject session = store.get(Kind.CHECKOUT_SESSION, sessionId);
            JsonObject link = store.get(Kind.PAYMENT_LINK, Json.requiredText(session, "payment_link"));
            Standing standing = Standing.of(session, link);
            return standing == Standing.OPEN ? pay(session, link, instrument, payer) : Payment.refused(standing);
        });
    }

    private Payment pay(JsonObject session, JsonObject link, Instrument instrument, Payer payer) {
        if (session.get("amount_total").getAsLong() == 0) {
            return complete(session, link, payer);
        }
        JsonObject intent = payments.of(session, link);
        String customer = instrument.decline().isPresent() ? null : customer(link, payer);
        return attempts.make(intent, instrument, payer.as(customer), outcome -> {
            switch (outcome) {
                case PAID -> complete(session, intent.get("customer"), intent.get("id"), payer, "paid");
                case PROCESSING, WAITING ->
                    complete(session, intent.get("customer"), intent.get("id"), payer, "unpaid");
                case DECLINED -> keepIntent(session, intent);
                case REFUSED -> throw new IllegalStateException("an attempt is never refused");
            }
        });
    }

    private @Nullable String customer(JsonObject link, Payer payer) {
        return Json.has(link, "customer_creation", "always") ? customers.addPayer(payer) : null;
    }

    private void keepIntent(JsonObject session, JsonObject intent) {
        session.add("payment_intent", intent.get("id"));
        store.put(Kind.CHECKOUT_SESSION, session);
    }

    /** Where a code took off everything the payer only confirms, and there is no intent. */
    private Payment complete(JsonObject session, JsonObject link, Payer payer) {
        String customer = customer(link, payer);
        JsonElement known = customer == null ? JsonNull.INSTANCE : new JsonPrimitive(customer);
        complete(session, known, JsonNull.INSTANCE, payer, "no_payment_required");
        return Payment.free();
    }

    private void complete(
            JsonObject session, JsonElement customer, JsonElement intent, Payer payer, String paymentStatus) {
        session.add("customer", customer);
        session.add("customer_details", payer.customerDetails());
        session.add("payment_intent", intent);
        session.addProperty("payment_status", paymentStatus);
        session.addProperty("status", "complete");
        session.add("url", JsonNull.INSTANCE);
        store.put(Kind.CHECKOUT_SESSION, session);
        links.countCompletion(Json.requiredText(session, "payment_link"));
        events.emit("checkout.session.completed", session, Cause.OUTSIDE);
    }
}
