package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.checkout.LineItems;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The line items of a new payment link, out of its parameters. */
final class LinkLines {

    static final Rule RULE = Rule.list(Fields.none()
            .optional("price", Rule.text())
            .optional("price_data", PriceData.FIELDS)
            .required("quantity", Rule.integer(1)));

    private static final int MOST = 20;

    private final Store store;
    private final PriceData prices;

    LinkLines(Store store, Clock clock) {
        this.store = store;
        this.prices = new PriceData(store, clock);
    }

    List<JsonObject> create(Form form) {
        List<Form> lines = form.children("line_items");
        if (lines.isEmpty() || lines.size() > MOST) {
            throw StripeError.invalid(null, "line_items", "A payment link needs one to twenty line items.");
        }
        List<JsonObject> items = new ArrayList<>();
        for (Form line : lines) {
            items.add(item(line, "line_items[" + items.size() + "]"));
        }
        check(items);
        return items;
    }

    private JsonObject item(Form line, String param) {
        JsonObject price = price(line, param);
        JsonObject product = store.get(Kind.PRODUCT, Json.requiredText(price, "product"));
        try {
            return LineItems.item(
                    price,
                    Json.requiredText(product, "name"),
                    line.integer("quantity").orElse(1L));
        } catch (ArithmeticException tooLarge) {
            throw tooLarge(Json.requiredText(price, "currency"));
        }
    }

    private JsonObject price(Form line, String param) {
        if (line.has("price") == line.has("price_data")) {
            String message = "You must specify exactly one of `price` or `price_data`.";
            throw StripeError.invalid("parameter_missing", param + "[price]", message);
        }
        if (line.has("price")) {
            String id = line.requiredText("price");
            return store.find(Kind.PRICE, id).orElseThrow(() -> StripeError.missing("price", id, param + "[price]"));
        }
        return prices.create(line.child("price_data").orElseThrow(), param + "[price_data]");
    }

    private static void check(List<JsonObject> items) {
        String currency = Json.requiredText(items.get(0), "currency");
        if (items.stream().anyMatch(item -> !Json.has(item, "currency", currency))) {
            throw StripeError.invalid(null, "line_items", "All line items must have the same currency.");
        }
        long total = total(items, currency);
        if (total > Currencies.largest(currency)) {
            throw tooLarge(currency);
        }
        if (total < Currencies.smallest(currency)) {
            throw StripeError.invalid(
                    "amount_too_small",
                    null,
                    "The total amount must be at least " + amount(Currencies.smallest(currency), currency) + ".");
        }
        if (total % Currencies.step(currency) != 0) {
            throw StripeError.invalid(
                    null,
                    "line_items",
                    "Amounts in " + currency + " must be a multiple of " + Currencies.step(currency) + ".");
        }
    }

    private static long total(List<JsonObject> items, String currency) {
        try {
            return LineItems.total(items);
        } catch (ArithmeticException e) {
            throw tooLarge(currency);
        }
    }

    private static StripeError tooLarge(String currency) {
        return StripeError.invalid(
                "amount_too_large",
                null,
                "The total amount must be no more than " + amount(Currencies.largest(currency), currency) + ".");
    }

    private static String amount(long minorUnits, String currency) {
        return Currencies.format(minorUnits, currency) + " " + currency.toLowerCase(Locale.ROOT);
    }
}
