package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.CheckoutSessions;
import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import com.operatoros.payments.sandbox.stripe.checkout.LineItems;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page with the form: what is paid for, and how. */
public final class CheckoutPage {

    private static final Page PAGE = Page.of("checkout");

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
        JsonObject link = store.get(Kind.PAYMENT_LINK, Json.requiredText(session, "payment_link"));
        Map<String, Object> values = Map.of(
                "title",
                (errors.isEmpty() ? "" : "Error: ") + "Payment of " + amount,
                "amount",
                amount,
                "items",
                items(session),
                "form",
                form(session).values(typed, errors));
        return PAGE.reply(status, values, CheckoutSessions.redirect(link));
    }

    static PaymentForm form(JsonObject session) {
        return new PaymentForm(
                "/pay/session/" + Json.requiredText(session, "id"),
                amount(session, "amount_total"),
                session.getAsJsonArray("payment_method_types"));
    }

    private static String amount(JsonObject object, String field) {
        return Currencies.format(object.get(field).getAsLong(), Json.requiredText(object, "currency"));
    }

    private List<BilledItem> items(JsonObject session) {
        return lineItems.of(Json.requiredText(session, "id")).stream()
                .map(this::item)
                .toList();
    }

    private BilledItem item(JsonObject item) {
        Optional<String> description = Json.text(item.getAsJsonObject("price"), "product")
                .flatMap(product -> store.find(Kind.PRODUCT, product))
                .flatMap(product -> Json.text(product, "description"));
        return BilledItem.of(
                Json.requiredText(item, "description"),
                description.orElse(""),
                item.get("quantity").getAsLong(),
                amount(item, "amount_total"));
    }
}
