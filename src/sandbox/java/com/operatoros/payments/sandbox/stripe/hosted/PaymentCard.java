package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One payment and where it stands. */
record PaymentCard(
        JsonObject intent,
        String name,
        Optional<JsonObject> invoice,
        Optional<JsonObject> charge,
        List<JsonObject> disputes,
        List<JsonObject> refunds) {

    /** A card as its template shows it, with the page on which the payer pays, if he can. */
    record Shown(
            String title,
            List<String> facts,
            String id,
            @Nullable String url,
            List<HandForm.Shown> forms) {}

    Shown shown() {
        PaymentHands hands = new PaymentHands(this);
        return new Shown(title(), facts(), id(), hands.url().orElse(null), hands.forms());
    }

    String title() {
        return money(intent, "amount") + (name.isEmpty() ? "" : " for " + name);
    }

    private List<String> facts() {
        List<String> facts = new ArrayList<>(List.of(status(intent)));
        invoice.ifPresent(found -> facts.add("invoice " + status(found)));
        invoice.filter(found -> found.get("amount_paid").getAsLong() > 0)
                .ifPresent(found -> facts.add("paid " + money(found, "amount_paid")));
        charge.filter(found -> found.get("amount_refunded").getAsLong() > 0)
                .ifPresent(found -> facts.add("refunded " + money(found, "amount_refunded")));
        disputes.forEach(found -> facts.add("dispute " + status(found)));
        return facts;
    }

    String id() {
        return Json.requiredText(intent, "id");
    }

    static String status(JsonObject object) {
        return Json.requiredText(object, "status").replace('_', ' ');
    }

    static String money(JsonObject object, String field) {
        return Currencies.format(object.get(field).getAsLong(), Json.requiredText(object, "currency"));
    }
}
