package com.operatoros.payments.sandbox.stripe.resource;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.api.ApiRequest;
import com.operatoros.payments.sandbox.stripe.api.Fields;
import com.operatoros.payments.sandbox.stripe.api.ListPage;
import com.operatoros.payments.sandbox.stripe.api.Rule;
import com.operatoros.payments.sandbox.stripe.api.StripeError;
import com.operatoros.payments.sandbox.stripe.checkout.Customers;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stripe's search for customers with one clause, such as {@code email:'a@b.c'}; the case of letters does not count. */
final class CustomerSearch {

    static final Fields FIELDS = Fields.none()
            .expand()
            .optional("limit", Rule.integer(1))
            .optional("page", Rule.text())
            .required("query", Rule.text());

    private static final Pattern CLAUSE = Pattern.compile(
            "\\s*(email|name|phone|metadata\\[(?:'([^']+)'|\"([^\"]+)\")])\\s*([:~])\\s*"
                    + "(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")\\s*",
            Pattern.DOTALL);

    private final Store store;

    CustomerSearch(Store store) {
        this.store = store;
    }

    JsonObject find(ApiRequest request) {
        Predicate<JsonObject> filter = filter(request.form().requiredText("query"));
        List<String> ids =
                store.ids(Kind.CUSTOMER, customer -> !Customers.isDeleted(customer) && filter.test(customer));
        JsonObject result = ListPage.of(ids, id -> store.get(Kind.CUSTOMER, id), request);
        result.addProperty("object", "search_result");
        result.add("next_page", JsonNull.INSTANCE);
        return result;
    }

    private static Predicate<JsonObject> filter(String query) {
        Matcher clause = CLAUSE.matcher(query);
        if (!clause.matches()) {
            throw StripeError.invalid(
                    null,
                    "query",
                    "We were unable to parse your search query (the sandbox knows"
                            + " one clause on email, name, phone or metadata).");
        }
        String value = clause.group(5) == null ? clause.group(6) : clause.group(5);
        String wanted = value.replaceAll("\\\\(.)", "$1").toLowerCase(Locale.ROOT);
        boolean isPart = clause.group(4).equals("~");
        return customer -> {
            String found = found(customer, clause).toLowerCase(Locale.ROOT);
            return isPart ? found.contains(wanted) : found.equals(wanted);
        };
    }

    private static String found(JsonObject customer, Matcher clause) {
        if (!clause.group(1).startsWith("metadata")) {
            return Json.text(customer, clause.group(1)).orElse("");
        }
        String key = clause.group(2) == null ? clause.group(3) : clause.group(2);
        return Json.text(customer.getAsJsonObject("metadata"), key).orElse("");
    }
}
