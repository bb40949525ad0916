package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Bank transfers that payers make days after they chose to: of all that is asked for, of less, or of more. */
public final class Transfers {

    private final Store store;
    private final Payments payments;
    private final Charges charges;
    private final List<BiConsumer<JsonObject, Settlement.Outcome>> concerned;

    /** Transfers for these; whoever is concerned is told the payment intent that was paid. */
    public Transfers(
            Store store,
            Payments payments,
            Charges charges,
            List<BiConsumer<JsonObject, Settlement.Outcome>> concerned) {
        this.store = store;
        this.payments = payments;
        this.charges = charges;
        this.concerned = List.copyOf(concerned);
    }

    /**
     * Makes one; empty when none is waited for.
     *
     * @param wanted in minor units; without it just what is still to come
     * @return whether all of it is there
     */
    public Optional<Boolean> arrive(String intentId, Optional<Long> wanted) {
        return store.change(() -> payments.find(intentId)
                .filter(intent -> Json.has(intent, "status", "requires_action"))
                .flatMap(intent -> Payments.awaited(intent).map(due -> arrive(intent, due, wanted.orElse(due)))));
    }

    /** What is too much stays in the payer's balance at Stripe. */
    private boolean arrive(JsonObject intent, long due, long amount) {
        if (amount < due) {
            payments.fundInPart(intent, due - amount);
            return false;
        }
        JsonObject charge = charges.attempt(intent, new Transfer(), payer(intent));
        charges.succeed(charge);
        payments.succeed(intent, charge);
        concerned.forEach(one -> one.accept(intent, Settlement.Outcome.SUCCEEDED));
        charges.book(charge);
        return true;
    }

    /** As he told his name on the page. */
    private Payer payer(JsonObject intent) {
        String id = Json.requiredText(intent, "id");
        Optional<JsonObject> details =
                store.newestFirst(Kind.CHECKOUT_SESSION, session -> Json.has(session, "payment_intent", id)).stream()
                        .findFirst()
                        .flatMap(session -> Json.object(session, "customer_details"));
        return Payer.guest(
                        details.flatMap(known -> Json.text(known, "email")).orElse("payer@example.com"),
                        details.flatMap(known -> Json.text(known, "name")).orElse(null))
                .as(Json.text(intent, "customer").orElse(null));
    }
}
