package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All checkout sessions: opened from a link, completed, expired. */
public final class CheckoutSessions {

    private static final Duration LIFE = Duration.ofHours(24);
    private static final List<String> TAKEN_FROM_LINK = List.of(
            "allow_promotion_codes",
            "billing_address_collection",
            "currency",
            "custom_text",
            "customer_creation",
            "invoice_creation",
            "metadata",
            "payment_method_collection",
            "phone_number_collection",
            "submit_type");

    private final Store store;
    private final Clock clock;
    private final Events events;
    private final LineItems lineItems;
    private final URI base;

    /** Sessions with addresses below this one. */
    public CheckoutSessions(Store store, Clock clock, Events events, LineItems lineItems, URI base) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.lineItems = lineItems;
        this.base = base;
    }

    /** Opens a session on a link, as opening its page does; Stripe tells no event of it. */
    public JsonObject open(JsonObject link, @Nullable String clientReference) {
        JsonObject session = Shape.blank(Kind.CHECKOUT_SESSION);
        String id = Json.requiredText(session, "id");
        String linkId = Json.requiredText(link, "id");
        long now = clock.instant().getEpochSecond();
        long total = LineItems.total(lineItems.of(linkId));
        TAKEN_FROM_LINK.forEach(field -> session.add(field, link.get(field)));
        session.addProperty("amount_subtotal", total);
        session.addProperty("amount_total", total);
        session.addProperty("client_reference_id", clientReference);
        session.addProperty("created", now);
        session.addProperty("expires_at", now + LIFE.toSeconds());
        session.addProperty("payment_link", linkId);
        session.add("payment_method_types", methods(link));
        redirect(link).ifPresent(url -> session.addProperty("success_url", url));
        session.addProperty("url", base.resolve("/pay/session/" + id).toString());
        store.change(() -> {
            lineItems.copy(linkId, id);
            store.put(Kind.CHECKOUT_SESSION, session);
        });
        return session;
    }

    /**
     * Lets an open session ask for another amount, as when the payer takes another quantity or has a code.
     *
     * @param discount in minor units
     * @return false when more would be taken off than is asked for
     */
    public boolean ask(String id, Optional<Long> quantity, long discount) {
        return store.change(() -> {
            JsonObject session = store.get(Kind.CHECKOUT_SESSION, id);
            quantity.ifPresent(wanted -> lineItems.take(id, wanted));
            long subtotal = LineItems.total(lineItems.of(id));
            session.addProperty("amount_subtotal", subtotal);
            session.addProperty("amount_total", subtotal - discount);
            session.getAsJsonObject("total_details").addProperty("amount_discount", discount);
            if (discount <= subtotal) {
                store.put(Kind.CHECKOUT_SESSION, session);
            }
            return discount <= subtotal;
        });
    }

    /** Shows an open session in the currency of the payer's country, in which he pays. */
    public void present(String id, JsonObject presentmentDetails) {
        store.change(() -> {
            JsonObject session = store.get(Kind.CHECKOUT_SESSION, id);
            session.add("presentment_details", presentmentDetails);
            store.put(Kind.CHECKOUT_SESSION, session);
        });
    }

    private static JsonElement methods(JsonObject link) {
        if (link.get("payment_method_types").isJsonArray()) {
            return link.get("payment_method_types");
        }
        JsonArray methods = new JsonArray();
        methods.add("card");
        methods.add("sepa_debit");
        methods.add("customer_balance");
        return methods;
    }

    /** Where the payer goes after paying; empty when the confirmation is shown here. */
    public static Optional<String> redirect(JsonObject link) {
        return Json.object(link.getAsJsonObject("after_completion"), "redirect").flatMap(to -> Json.text(to, "url"));
    }

    /** A session by its id, expired if its time is over. */
    public Optional<JsonObject> find(String id) {
        return store.change(() -> store.find(Kind.CHECKOUT_SESSION, id).map(this::expireIfOverdue));
    }

    /** The open sessions of a link. */
    public List<JsonObject> openOn(String link) {
        return store.newestFirst(
                Kind.CHECKOUT_SESSION, session -> isOpen(session) && Json.has(session, "payment_link", link));
    }

    /** Whether it can still be paid. */
    public static boolean isOpen(JsonObject session) {
        return Json.has(session, "status", "open");
    }

    /** Ends an open session. */
    public JsonObject expire(JsonObject session, Cause cause) {
        session.addProperty("status", "expired");
        session.add("url", JsonNull.INSTANCE);
        store.change(() -> {
            store.put(Kind.CHECKOUT_SESSION, session);
            events.emit("checkout.session.expired", session, cause);
        });
        return session;
    }

    /** Tells the session of a delayed payment what the bank said. */
    public void settle(JsonObject intent, Settlement.Outcome outcome) {
        boolean isPaid = outcome == Settlement.Outcome.SUCCEEDED;
        String id = Json.requiredText(intent, "id");
        store.newestFirst(Kind.CHECKOUT_SESSION, session -> Json.has(session, "payment_intent", id))
                .forEach(session -> {
                    session.addProperty("payment_status", isPaid ? "paid" : "unpaid");
                    store.put(Kind.CHECKOUT_SESSION, session);
                    String type = "checkout.session.async_payment_" + (isPaid ? "succeeded" : "failed");
                    events.emit(type, session, Cause.OUTSIDE);
                });
    }

    /** Ends all sessions whose time is over. */
    public void expireOverdue() {
        store.change(() -> store.newestFirst(Kind.CHECKOUT_SESSION, this::isOverdue)
                .forEach(session -> expire(session, Cause.OUTSIDE)));
    }

    private JsonObject expireIfOverdue(JsonObject session) {
        return isOverdue(session) ? expire(session, Cause.OUTSIDE) : session;
    }

    private boolean isOverdue(JsonObject session) {
        return isOpen(session)
                && session.get("expires_at").getAsLong() <= clock.instant().getEpochSecond();
    }
}
