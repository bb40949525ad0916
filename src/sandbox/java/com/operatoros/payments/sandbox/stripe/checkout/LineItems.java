package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The line items of links and of the sessions they open. */
public final class LineItems {

    private final Store store;

    /** Line items in this store. */
    public LineItems(Store store) {
        this.store = store;
    }

    /** So many of a price. */
    public static JsonObject item(JsonObject price, String description, long quantity) {
        JsonObject item = Shape.part("item");
        item.addProperty("id", Ids.next("li_"));
        item.add("price", price);
        item.add("currency", price.get("currency"));
        item.addProperty("description", description);
        setQuantity(item, quantity);
        return item;
    }

    /** Sets the quantity of an item and the amounts that follow from it. */
    public static void setQuantity(JsonObject item, long quantity) {
        BigDecimal each =
                item.getAsJsonObject("price").get("unit_amount_decimal").getAsBigDecimal();
        long total = each.multiply(BigDecimal.valueOf(quantity))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        item.addProperty("quantity", quantity);
        item.addProperty("amount_subtotal", total);
        item.addProperty("amount_total", total);
    }

    /** What all items cost together. */
    public static long total(List<JsonObject> items) {
        return items.stream()
                .mapToLong(item -> item.get("amount_total").getAsLong())
                .reduce(0, Math::addExact);
    }

    /** The items of a link or session. */
    public List<JsonObject> of(String owner) {
        List<JsonObject> items = new ArrayList<>();
        for (JsonElement item :
                store.get(Kind.LINE_ITEMS, owner).getAsJsonObject("list").getAsJsonArray("data")) {
            items.add(item.getAsJsonObject());
        }
        return items;
    }

    /** Keeps the items of a link or session, whose items the API has at this address. */
    public void put(String owner, List<JsonObject> items, String url) {
        JsonArray data = new JsonArray();
        items.forEach(data::add);
        JsonObject list = new JsonObject();
        list.addProperty("object", "list");
        list.add("data", data);
        list.addProperty("has_more", false);
        list.addProperty("url", url);
        JsonObject note = new JsonObject();
        note.addProperty("id", owner);
        note.add("list", list);
        store.put(Kind.LINE_ITEMS, note);
    }

    /** Takes so many of the first item of a session. */
    void take(String session, long quantity) {
        List<JsonObject> items = of(session);
        setQuantity(items.get(0), quantity);
        put(session, items, url(session));
    }

    private static String url(String session) {
        return "/v1/checkout/sessions/" + session + "/line_items";
    }

    /** Gives a session its own copies of the items of its link. */
    void copy(String link, String session) {
        List<JsonObject> items = of(link);
        items.forEach(item -> item.addProperty("id", Ids.next("li_")));
        put(session, items, url(session));
    }
}
