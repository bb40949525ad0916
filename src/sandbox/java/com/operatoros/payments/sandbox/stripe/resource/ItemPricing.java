package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an invoice item costs: an amount, or a quantity of a unit; a price of its own is made for it. */
final class ItemPricing {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,12})?");

    private final PriceData prices;

    ItemPricing(Store store, Clock clock) {
        this.prices = new PriceData(store, clock);
    }

    static Fields fields() {
        return Fields.none()
                .optional(
                        "amount",
                        Rule.matching(Pattern.compile("-?\\d{1,12}"), "parameter_invalid_integer", "Invalid integer"))
                .optional("currency", Rule.text())
                .optional("quantity", Rule.integer(0))
                .optional(
                        "unit_amount_decimal", Rule.matching(DECIMAL, "parameter_invalid_integer", "Invalid decimal"));
    }

    /** Prices an item; one of an invoice has the invoice's currency. */
    void apply(JsonObject item, Form form, Optional<String> invoiceCurrency) {
        checkChoice(form);
        String currency = currency(form, invoiceCurrency);
        long quantity = form.integer("quantity").orElse(1L);
        BigDecimal each = new BigDecimal(
                form.text("amount").or(() -> form.text("unit_amount_decimal")).orElse("0"));
        long amount = each.multiply(BigDecimal.valueOf(quantity))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        item.addProperty("amount", amount);
        item.addProperty("net_amount", amount);
        item.addProperty("currency", currency);
        item.addProperty("quantity", quantity);
        item.addProperty("quantity_decimal", String.valueOf(quantity));
        item.add("pricing", pricing(item, each));
    }

    private static void checkChoice(Form form) {
        if (form.has("amount") == form.has("unit_amount_decimal")) {
            String message = "You must specify exactly one of `amount` or `unit_amount_decimal`.";
            throw StripeError.invalid("parameter_missing", "amount", message);
        }
        if (form.has("amount") && form.has("quantity")) {
            String message = "You may only specify one of these parameters: amount, quantity.";
            throw StripeError.invalid(null, "amount", message);
        }
    }

    private static String currency(Form form, Optional<String> invoiceCurrency) {
        String code = form.text("currency")
                .or(() -> invoiceCurrency)
                .orElseThrow(
                        () -> StripeError.invalid("parameter_missing", "currency", "Missing required param: currency."))
                .toLowerCase(Locale.ROOT);
        if (!Currencies.isSupported(code)) {
            String message = "Invalid currency: " + code + ". It is none of the currencies that Stripe supports.";
            throw StripeError.invalid(null, "currency", message);
        }
        if (invoiceCurrency.isPresent() && !invoiceCurrency.get().equals(code)) {
            String message = "The currency of the invoice item (" + code + ") must be that of its invoice ("
                    + invoiceCurrency.get() + ").";
            throw StripeError.invalid(null, "currency", message);
        }
        return code;
    }

    private JsonObject pricing(JsonObject item, BigDecimal each) {
        String name = Json.text(item, "description").orElse("Invoice item");
        JsonObject price = prices.oneOff(Json.requiredText(item, "currency"), each, name);
        JsonObject details = new JsonObject();
        details.add("price", price.get("id"));
        details.add("product", price.get("product"));
        JsonObject pricing = new JsonObject();
        pricing.add("price_details", details);
        pricing.addProperty("type", "price_details");
        pricing.add("unit_amount_decimal", price.get("unit_amount_decimal"));
        return pricing;
    }
}
