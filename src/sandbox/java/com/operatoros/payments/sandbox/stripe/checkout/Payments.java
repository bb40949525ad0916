package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
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
import org.jspecify.annotations.Nullable;

/**
 * All payment intents: made for an amount, then succeeded, processing or failed, each move with its event. Long since each move has a
 * method of its own.
 */
public final class Payments {

    private final Store store;
    private final Clock clock;
    private final Events events;

    /** Payment intents in this store. */
    public Payments(Store store, Clock clock, Events events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** The payment intent of a session, made when there is none yet, over what the session asks for now. */
    JsonObject of(JsonObject session, JsonObject link) {
        JsonObject intent = Json.text(session, "payment_intent")
                .map(id -> store.get(Kind.PAYMENT_INTENT, id))
                .orElseGet(() -> create(session, link));
        intent.add("amount", session.get("amount_total"));
        Json.object(session, "presentment_details").ifPresent(details -> intent.add("presentment_details", details));
        return intent;
    }

    private JsonObject create(JsonObject session, JsonObject link) {
        JsonObject intent = draft(
                session.get("amount_total").getAsLong(),
                Json.requiredText(session, "currency"),
                session.getAsJsonArray("payment_method_types"));
        Json.object(link, "payment_intent_data").ifPresent(data -> takeOver(data, intent));
        return add(intent, Cause.OUTSIDE);
    }

    /** A new payment intent, payable by these methods and not stored yet. */
    public JsonObject draft(long amount, String currency, JsonArray methods) {
        JsonObject intent = Shape.blank(Kind.PAYMENT_INTENT);
        String id = Json.requiredText(intent, "id");
        intent.addProperty("amount", amount);
        intent.addProperty("client_secret", id + "_secret_" + Ids.random(25));
        intent.addProperty("created", clock.instant().getEpochSecond());
        intent.addProperty("currency", currency);
        intent.add("payment_method_types", methods);
        JsonObject options = intent.getAsJsonObject("payment_method_options");
        for (JsonElement type : methods) {
            options.add(type.getAsString(), options(type.getAsString()));
        }
        return intent;
    }

    private static JsonObject options(String method) {
        return switch (method) {
            case "card" -> Shape.part("payment_intent.card_options");
            case "customer_balance" -> Shape.part("payment_intent.transfer_options");
            default -> new JsonObject();
        };
    }

    /** Keeps a new payment intent. */
    public JsonObject add(JsonObject intent, Cause cause) {
        store.put(Kind.PAYMENT_INTENT, intent);
        events.emit("payment_intent.created", intent, cause);
        return intent;
    }

    private static void takeOver(JsonObject data, JsonObject intent) {
        data.entrySet().stream()
                .filter(field -> !field.getValue().isJsonNull())
                .forEach(field -> intent.add(field.getKey(), field.getValue()));
    }

    /** The bank asks its customer, who says yes in the next moment here. */
    void requireAction(JsonObject intent, JsonObject charge) {
        JsonObject asking = intent.deepCopy();
        asking.add("next_action", Shape.part("payment_intent.next_action"));
        asking.add("payment_method", charge.get("payment_method"));
        asking.addProperty("status", "requires_action");
        events.emit("payment_intent.requires_action", asking, Cause.OUTSIDE);
    }

    /** The payer is told where to transfer the money, and it is waited for. */
    void awaitTransfer(JsonObject intent, Payer payer) {
        intent.addProperty("customer", payer.customer());
        intent.add("next_action", instructions(intent, intent.get("amount").getAsLong()));
        intent.addProperty("status", "requires_action");
        store.put(Kind.PAYMENT_INTENT, intent);
        events.emit("payment_intent.requires_action", intent, Cause.OUTSIDE);
    }

    /** A part of a transfer came; the rest is waited for. */
    void fundInPart(JsonObject intent, long remaining) {
        intent.add("next_action", instructions(intent, remaining));
        store.put(Kind.PAYMENT_INTENT, intent);
        events.emit("payment_intent.partially_funded", intent, Cause.OUTSIDE);
    }

    private static JsonObject instructions(JsonObject intent, long remaining) {
        JsonObject transfer = new JsonObject();
        transfer.addProperty("amount_remaining", remaining);
        transfer.add("currency", intent.get("currency"));
        transfer.add("financial_addresses", new JsonArray());
        transfer.add("hosted_instructions_url", JsonNull.INSTANCE);
        transfer.addProperty("reference", Ids.random(12).toUpperCase(Locale.ROOT));
        transfer.addProperty("type", Json.has(intent, "currency", "usd") ? "us_bank_transfer" : "eu_bank_transfer");
        JsonObject next = new JsonObject();
        next.add("display_bank_transfer_instructions", transfer);
        next.addProperty("type", "display_bank_transfer_instructions");
        return next;
    }

    /** How much of a transfer is still to come; nothing where none is waited for. */
    public static Optional<Long> awaited(JsonObject intent) {
        return Json.object(intent, "next_action")
                .flatMap(next -> Json.object(next, "display_bank_transfer_instructions"))
                .map(transfer -> transfer.get("amount_remaining").getAsLong());
    }

    /** The money is there. */
    void succeed(JsonObject intent, JsonObject charge) {
        intent.add("amount_received", intent.get("amount"));
        take(intent, charge, "succeeded");
        events.emit("payment_intent.succeeded", intent, Cause.OUTSIDE);
    }

    /** The bank will tell later. */
    void process(JsonObject intent, JsonObject charge) {
        take(intent, charge, "processing");
        events.emit("payment_intent.processing", intent, Cause.OUTSIDE);
    }

    private void take(JsonObject intent, JsonObject charge, String status) {
        intent.add("customer", charge.get("customer"));
        intent.add("last_payment_error", JsonNull.INSTANCE);
        intent.add("latest_charge", charge.get("id"));
        intent.add("next_action", JsonNull.INSTANCE);
        intent.add("payment_method", charge.get("payment_method"));
        intent.addProperty("status", status);
        store.put(Kind.PAYMENT_INTENT, intent);
    }

    /** This attempt failed; the intent waits for another one. */
    void fail(JsonObject intent, JsonObject charge, JsonObject error) {
        error.add("charge", charge.get("id"));
        error.add("payment_method", store.get(Kind.PAYMENT_METHOD, Json.requiredText(charge, "payment_method")));
        intent.add("last_payment_error", error);
        intent.add("latest_charge", charge.get("id"));
        intent.add("payment_method", JsonNull.INSTANCE);
        intent.addProperty("status", "requires_payment_method");
        store.put(Kind.PAYMENT_INTENT, intent);
        events.emit("payment_intent.payment_failed", intent, Cause.OUTSIDE);
    }

    /** Whether it waits for a payer. */
    public static boolean isWaiting(JsonObject intent) {
        return Json.has(intent, "status", "requires_payment_method");
    }

    /** Asks for another amount, of which Stripe tells no event. */
    public void changeAmount(JsonObject intent, long amount) {
        intent.addProperty("amount", amount);
        store.put(Kind.PAYMENT_INTENT, intent);
    }

    /** Whether it may be called off: it waits for a payer, or for what the payer is to do. */
    public static boolean isCancelable(JsonObject intent) {
        return isWaiting(intent)
                || Json.has(intent, "status", "requires_action")
                || Json.has(intent, "status", "requires_confirmation");
    }

    /** Nobody can pay it any more; it must be cancelable. */
    public void cancel(JsonObject intent, @Nullable String reason, Cause cause) {
        intent.add("next_action", JsonNull.INSTANCE);
        intent.addProperty("canceled_at", clock.instant().getEpochSecond());
        intent.addProperty("cancellation_reason", reason);
        intent.addProperty("status", "canceled");
        store.put(Kind.PAYMENT_INTENT, intent);
        events.emit("payment_intent.canceled", intent, cause);
    }

    /** A payment intent by its id. */
    public Optional<JsonObject> find(String id) {
        return store.find(Kind.PAYMENT_INTENT, id);
    }
}
