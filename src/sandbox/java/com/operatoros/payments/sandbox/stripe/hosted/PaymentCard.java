package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One payment and where it stands. */
record PaymentCard(
        JsonObject intent,
        String name,
        Optional<JsonObject> invoice,
        Optional<JsonObject> charge,
        Optional<JsonObject> dispute,
        List<JsonObject> refunds) {

    private static final Template CARD = Template.load("payments-card.html");
    private static final Template FACT = Template.load("payments-fact.html");
    private static final Template ID = Template.load("payments-id.html");

    String html() {
        return CARD.fill(Map.of("title", title(), "facts", facts(), "forms", new PaymentHands(this).html()));
    }

    String title() {
        return money(intent, "amount") + (name.isEmpty() ? "" : " for " + name);
    }

    private String facts() {
        List<String> facts = new ArrayList<>(List.of(status(intent)));
        invoice.ifPresent(found -> facts.add("invoice " + status(found)));
        charge.filter(found -> found.get("amount_refunded").getAsLong() > 0)
                .ifPresent(found -> facts.add("refunded " + money(found, "amount_refunded")));
        dispute.ifPresent(found -> facts.add("dispute " + status(found)));
        String shown =
                facts.stream().map(fact -> FACT.fill(Map.of("fact", fact))).collect(Collectors.joining());
        return shown + ID.fill(Map.of("id", id()));
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
