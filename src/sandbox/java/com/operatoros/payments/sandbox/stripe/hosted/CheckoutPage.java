package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.checkout.LineItems;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page with the form: what is paid for, and how. */
public final class CheckoutPage {

    private static final Template PAGE = Template.load("checkout.html");
    private static final Template ITEM = Template.load("item.html");
    private static final Template METHOD = Template.load("method.html");
    private static final Map<String, String> METHODS = Map.of("card", "Card", "sepa_debit", "SEPA Direct Debit");

    private final Store store;
    private final LineItems lineItems;

    /** The pages of the sessions in this store. */
    public CheckoutPage(Store store, LineItems lineItems) {
        this.store = store;
        this.lineItems = lineItems;
    }

    /** The page of an open session with what was typed and what is wrong with it. */
    Reply show(int status, JsonObject session, TypedPayment typed, Map<String, String> errors) {
        String amount = amount(session, "amount_total");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("amount", amount);
        values.put("action", "/pay/session/" + Json.requiredText(session, "id"));
        values.put("items", items(session));
        values.put("methods", methods(session, typed));
        values.put("email", typed.email());
        values.put("expiry", typed.expiry());
        values.put("name", typed.name());
        values.put("iban", typed.iban());
        for (String field : new String[] {"email", "cardNumber", "cardExpiry", "cardCvc", "billingName", "iban"}) {
            values.put(field + "State", state(field, errors));
            values.put(field + "Error", error(field, errors));
        }
        JsonObject link = store.get(Kind.PAYMENT_LINK, Json.requiredText(session, "payment_link"));
        String title = (errors.isEmpty() ? "" : "Error: ") + "Payment of " + amount;
        return Page.reply(status, title, PAGE.fill(values), CheckoutSessions.redirect(link));
    }

    private static String amount(JsonObject object, String field) {
        return Currencies.format(object.get(field).getAsLong(), Json.requiredText(object, "currency"));
    }

    private String items(JsonObject session) {
        return lineItems.of(Json.requiredText(session, "id")).stream()
                .map(this::item)
                .collect(Collectors.joining());
    }

    private String item(JsonObject item) {
        long quantity = item.get("quantity").getAsLong();
        Optional<String> description = Json.text(item.getAsJsonObject("price"), "product")
                .flatMap(product -> store.find(Kind.PRODUCT, product))
                .flatMap(product -> Json.text(product, "description"));
        return ITEM.fill(Map.of(
                "name", Json.requiredText(item, "description"),
                "description", description.orElse(""),
                "quantity", quantity == 1 ? "" : "Quantity " + quantity,
                "amount", amount(item, "amount_total")));
    }

    private static String methods(JsonObject session, TypedPayment typed) {
        StringBuilder radios = new StringBuilder();
        String first = session.getAsJsonArray("payment_method_types").get(0).getAsString();
        boolean isOffered = false;
        for (JsonElement type : session.getAsJsonArray("payment_method_types")) {
            isOffered |= type.getAsString().equals(typed.method());
        }
        String chosen = isOffered ? typed.method() : first;
        for (JsonElement type : session.getAsJsonArray("payment_method_types")) {
            radios.append(METHOD.fill(Map.of(
                    "type", type.getAsString(),
                    "label", METHODS.getOrDefault(type.getAsString(), type.getAsString()),
                    "checked", type.getAsString().equals(chosen) ? "checked" : "")));
        }
        return radios.toString();
    }

    private static String state(String field, Map<String, String> errors) {
        return errors.containsKey(field) ? "aria-invalid=\"true\" aria-describedby=\"" + field + "-error\"" : "";
    }

    private static String error(String field, Map<String, String> errors) {
        String text = errors.get(field);
        return text == null
                ? ""
                : "<p class=\"error\" role=\"alert\" id=\"" + field + "-error\">" + Template.escape(text) + "</p>";
    }
}
