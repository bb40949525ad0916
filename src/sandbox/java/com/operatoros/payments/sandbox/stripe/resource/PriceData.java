package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;
import java.util.regex.Pattern;

/** Prices given inline, {@code price_data}, with the products that are made for them. */
final class PriceData {

    static final Fields FIELDS = Fields.none()
            .required("currency", Rule.text())
            .optional("product", Rule.text())
            .optional(
                    "product_data",
                    Fields.none()
                            .required("name", Rule.text())
                            .optional("description", Rule.text())
                            .optional("images", Rule.list(Rule.url()))
                            .optional("metadata", Rule.metadata())
                            .optional("tax_code", Rule.text())
                            .optional("unit_label", Rule.text()))
            .optional("tax_behavior", Rule.oneOf("exclusive", "inclusive", "unspecified"))
            .optional("unit_amount", Rule.integer(0))
            .optional(
                    "unit_amount_decimal",
                    Rule.matching(
                            Pattern.compile("\\d{1,12}(\\.\\d{1,12})?"),
                            "parameter_invalid_integer",
                            "Invalid decimal"));

    private final Store store;
    private final Clock clock;

    PriceData(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Makes the price, and the product when there is none yet. */
    JsonObject create(Form data, String param) {
        JsonObject price = Shape.blank(Kind.PRICE);
        BigDecimal amount = amount(data, param);
        price.addProperty("created", clock.instant().getEpochSecond());
        price.addProperty("currency", currency(data, param));
        price.addProperty("product", product(data, param));
        price.addProperty("active", false);
        Copying.texts(price, data, "tax_behavior");
        price.addProperty("unit_amount_decimal", amount.toPlainString());
        if (amount.scale() <= 0) {
            price.addProperty("unit_amount", amount.longValueExact());
        } else {
            price.add("unit_amount", null);
        }
        store.put(Kind.PRICE, price);
        return price;
    }

    private static String currency(Form data, String param) {
        String code = data.requiredText("currency").toLowerCase(Locale.ROOT);
        if (!Currencies.isSupported(code)) {
            String message = "Invalid currency: " + code + ". It is none of the currencies that Stripe supports.";
            throw StripeError.invalid(null, param + "[currency]", message);
        }
        return code;
    }

    private static BigDecimal amount(Form data, String param) {
        if (data.has("unit_amount") == data.has("unit_amount_decimal")) {
            String message = "You must specify exactly one of `unit_amount` or `unit_amount_decimal`.";
            throw StripeError.invalid("parameter_missing", param + "[unit_amount]", message);
        }
        String amount = data.text("unit_amount")
                .or(() -> data.text("unit_amount_decimal"))
                .orElse("0");
        BigDecimal exact = new BigDecimal(amount).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private String product(Form data, String param) {
        if (data.has("product") == data.has("product_data")) {
            String message = "You must specify exactly one of `product` or `product_data`.";
            throw StripeError.invalid("parameter_missing", param + "[product]", message);
        }
        String known = data.text("product").orElse(null);
        if (known == null) {
            return create(data.child("product_data").orElseGet(() -> Form.parse("")));
        }
        if (store.find(Kind.PRODUCT, known).isEmpty()) {
            throw StripeError.missing("product", known, param + "[product]");
        }
        return known;
    }

    private String create(Form data) {
        long now = clock.instant().getEpochSecond();
        JsonObject product = Shape.blank(Kind.PRODUCT);
        product.addProperty("created", now);
        product.addProperty("updated", now);
        Copying.texts(product, data, "name", "description", "tax_code", "unit_label");
        product.add("images", new JsonArray());
        Copying.lists(product, data, "images");
        MetadataChange.apply(product, data);
        store.put(Kind.PRODUCT, product);
        return Json.requiredText(product, "id");
    }
}
