package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Cause;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** All payment links: published, changed, used up. */
public final class PaymentLinks {

    private final Store store;
    private final Events events;
    private final LineItems lineItems;
    private final URI base;

    /** Links with addresses below this one. */
    public PaymentLinks(Store store, Events events, LineItems lineItems, URI base) {
        this.store = store;
        this.events = events;
        this.lineItems = lineItems;
        this.base = base;
    }

    /** Gives a new link its address and makes it known. */
    public JsonObject publish(JsonObject link, List<JsonObject> items, Cause cause) {
        String id = Json.requiredText(link, "id");
        String address = "test_" + Ids.random(22);
        link.addProperty("url", base.resolve("/pay/" + address).toString());
        JsonObject note = new JsonObject();
        note.addProperty("id", address);
        note.addProperty("payment_link", id);
        store.change(() -> {
            store.put(Kind.ADDRESS, note);
            store.put(Kind.PAYMENT_LINK, link);
            lineItems.put(id, items, "/v1/payment_links/" + id + "/line_items");
            events.emit("payment_link.created", link, cause);
        });
        return link;
    }

    /** Another one like it, as Stripe's dashboard duplicates: with the same metadata, paid by nobody yet. */
    public JsonObject copy(JsonObject link) {
        return store.change(() -> {
            JsonObject copy = link.deepCopy();
            copy.addProperty("id", Ids.next("plink_"));
            copy.addProperty("active", true);
            completedSessions(copy).ifPresent(sessions -> sessions.addProperty("count", 0));
            return publish(copy, lineItems.of(Json.requiredText(link, "id")), Cause.OUTSIDE);
        });
    }

    /** Keeps a changed link; nothing is told when nothing changed. */
    public void change(JsonObject before, JsonObject after, Cause cause) {
        if (!before.equals(after)) {
            store.change(() -> {
                store.put(Kind.PAYMENT_LINK, after);
                events.emitChange("payment_link.updated", before, after, cause);
            });
        }
    }

    /** A link by its id. */
    public Optional<JsonObject> find(String id) {
        return store.find(Kind.PAYMENT_LINK, id);
    }

    /** The link whose page has this address. */
    public Optional<JsonObject> at(String address) {
        return store.find(Kind.ADDRESS, address)
                .flatMap(note -> Json.text(note, "payment_link"))
                .map(id -> store.get(Kind.PAYMENT_LINK, id));
    }

    /** Whether its sessions have been completed as often as its restrictions allow. */
    public static boolean isUsedUp(JsonObject link) {
        return completedSessions(link)
                .filter(sessions -> sessions.get("count").getAsLong()
                        >= sessions.get("limit").getAsLong())
                .isPresent();
    }

    /** Counts one completed session more. */
    void countCompletion(String id) {
        JsonObject link = store.get(Kind.PAYMENT_LINK, id);
        completedSessions(link).ifPresent(sessions -> {
            sessions.addProperty("count", sessions.get("count").getAsLong() + 1);
            store.put(Kind.PAYMENT_LINK, link);
        });
    }

    private static Optional<JsonObject> completedSessions(JsonObject link) {
        return Json.object(link, "restrictions")
                .flatMap(restrictions -> Json.object(restrictions, "completed_sessions"));
    }
}
