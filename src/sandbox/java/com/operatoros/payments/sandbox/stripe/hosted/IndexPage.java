package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Serves {@code /}: the newest links, invoices and events, for a person who looks around. */
public final class IndexPage implements HttpHandler {

    private static final int MOST = 20;
    private static final Page PAGE = Page.of("index");

    private final Store store;
    private final Events events;

    private record Place(String name, String url, String id, String state) {}

    private record Happening(Instant at, String type, String object) {}

    /** The page of this store. */
    public IndexPage(Store store, Events events) {
        this.store = store;
        this.events = events;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean isIndex = exchange.getRequestURI().getPath().equals("/");
        (isIndex ? show() : MessagePage.unknown()).send(exchange);
    }

    private Reply show() {
        List<Place> links = store.newestFirst(Kind.PAYMENT_LINK, link -> true, MOST).stream()
                .map(this::link)
                .toList();
        List<Happening> latest = events.ids(event -> true).stream()
                .limit(MOST)
                .map(id -> event(events.find(id).orElseThrow()))
                .toList();
        return PAGE.reply(
                200, Map.of("title", "Stripe sandbox", "links", links, "invoices", invoices(), "events", latest));
    }

    private Place link(JsonObject link) {
        String id = Json.requiredText(link, "id");
        String name = store.find(Kind.LINE_ITEMS, id)
                .map(items -> items.getAsJsonObject("list")
                        .getAsJsonArray("data")
                        .get(0)
                        .getAsJsonObject())
                .map(item -> Json.requiredText(item, "description"))
                .orElse("");
        String state = Json.isTrue(link, "active") ? "active" : "inactive";
        return new Place(name, Json.requiredText(link, "url"), id, state);
    }

    private List<Place> invoices() {
        return store
                .newestFirst(
                        Kind.INVOICE,
                        invoice -> Json.text(invoice, "hosted_invoice_url").isPresent(),
                        MOST)
                .stream()
                .map(invoice -> new Place(
                        Json.text(invoice, "customer_name").orElse(""),
                        Json.requiredText(invoice, "hosted_invoice_url"),
                        Json.requiredText(invoice, "number"),
                        Json.requiredText(invoice, "status")))
                .toList();
    }

    private static Happening event(JsonObject event) {
        JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
        return new Happening(
                Instant.ofEpochSecond(event.get("created").getAsLong()),
                Json.requiredText(event, "type"),
                Json.requiredText(object, "id"));
    }
}
