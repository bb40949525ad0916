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
        BigDecimal amount = amount(data, param);
        JsonObject price = price(currency(data, param), amount, product(data, param));
        Copying.texts(price, data, "tax_behavior");
        store.put(Kind.PRICE, price);
        return price;
    }

    /** Makes the price that Stripe makes for an invoice item, and a product of this name for it. */
    JsonObject oneOff(String currency, BigDecimal each, String productName) {
        JsonObject product = product(productName);
        product.addProperty("active", false);
        store.put(Kind.PRODUCT, product);
        JsonObject price = price(currency, plain(each), Json.requiredText(product, "id"));
        store.put(Kind.PRICE, price);
        return price;
    }

    private JsonObject price(String currency, BigDecimal amount, String product) {
        JsonObject price = Shape.blank(Kind.PRICE);
        price.addProperty("created", clock.instant().getEpochSecond());
        price.addProperty("currency", currency);
        price.addProperty("product", product);
        price.addProperty("active", false);
        price.addProperty("unit_amount_decimal", amount.toPlainString());
        if (amount.scale() <= 0) {
            price.addProperty("unit_amount", amount.longValueExact());
        } else {
            price.add("unit_amount", null);
        }
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
        return plain(new BigDecimal(amount));
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
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
        JsonObject product = product(data.requiredText("name"));
        Copying.texts(product, data, "description", "tax_code", "unit_label");
        product.add("images", new JsonArray());
        Copying.lists(product, data, "images");
        MetadataChange.apply(product, data);
        store.put(Kind.PRODUCT, product);
        return Json.requiredText(product, "id");
    }

    private JsonObject product(String name) {
        long now = clock.instant().getEpochSecond();
        JsonObject product = Shape.blank(Kind.PRODUCT);
        product.addProperty("created", now);
        product.addProperty("updated", now);
        product.addProperty("name", name);
        return product;
    }
}
