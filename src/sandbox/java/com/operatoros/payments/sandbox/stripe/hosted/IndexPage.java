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
import java.util.Map;
import java.util.stream.Collectors;

/** Serves {@code /}: the newest links, invoices and events, for a person who looks around. */
public final class IndexPage implements HttpHandler {

    private static final int MOST = 20;
    private static final Template PAGE = Template.load("index.html");
    private static final Template LINK = Template.load("index-link.html");
    private static final Template EVENT = Template.load("index-event.html");

    private final Store store;
    private final Events events;

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
        String links = store.newestFirst(Kind.PAYMENT_LINK, link -> true, MOST).stream()
                .map(this::link)
                .collect(Collectors.joining());
        String latest = events.ids(event -> true).stream()
                .limit(MOST)
                .map(id -> event(events.find(id).orElseThrow()))
                .collect(Collectors.joining());
        return Page.reply(
                200, "Stripe sandbox", PAGE.fill(Map.of("links", links, "invoices", invoices(), "events", latest)));
    }

    private String link(JsonObject link) {
        String id = Json.requiredText(link, "id");
        String name = store.find(Kind.LINE_ITEMS, id)
                .map(items -> items.getAsJsonObject("list")
                        .getAsJsonArray("data")
                        .get(0)
                        .getAsJsonObject())
                .map(item -> Json.requiredText(item, "description"))
                .orElse("");
        String state = Json.isTrue(link, "active") ? "active" : "inactive";
        return LINK.fill(Map.of("id", id, "url", Json.requiredText(link, "url"), "name", name, "state", state));
    }

    private String invoices() {
        return store
                .newestFirst(
                        Kind.INVOICE,
                        invoice -> Json.text(invoice, "hosted_invoice_url").isPresent(),
                        MOST)
                .stream()
                .map(invoice -> LINK.fill(Map.of(
                        "id", Json.requiredText(invoice, "number"),
                        "url", Json.requiredText(invoice, "hosted_invoice_url"),
                        "name", Json.text(invoice, "customer_name").orElse(""),
                        "state", Json.requiredText(invoice, "status"))))
                .collect(Collectors.joining());
    }

    private static String event(JsonObject event) {
        String at = Instant.ofEpochSecond(event.get("created").getAsLong()).toString();
        JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
        return EVENT.fill(
                Map.of("type", Json.requiredText(event, "type"), "object", Json.requiredText(object, "id"), "at", at));
    }
}
