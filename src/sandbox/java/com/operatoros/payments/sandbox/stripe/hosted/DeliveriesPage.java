package com.operatoros.payments.sandbox.stripe.hosted;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Attempt;
import com.operatoros.payments.sandbox.stripe.event.Deliveries;
import com.operatoros.payments.sandbox.stripe.event.DeliveryMode;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The newest events and what came of their deliveries, with the buttons that change and repeat them. */
public final class DeliveriesPage {

    private static final int MOST = 100;
    private static final Template PAGE = Template.load("deliveries.html");
    private static final Template MODE = Template.load("deliveries-mode.html");
    private static final Template EVENT = Template.load("deliveries-event.html");
    private static final Template TRY = Template.load("deliveries-try.html");
    private static final Template NONE = Template.load("payments-none.html");

    private final Events events;
    private final Deliveries deliveries;

    /** The page of these deliveries. */
    public DeliveriesPage(Events events, Deliveries deliveries) {
        this.events = events;
        this.deliveries = deliveries;
    }

    /** The page as it is now. */
    public Reply show() {
        DeliveryMode now = deliveries.mode();
        List<String> newest = events.ids(event -> true).stream().limit(MOST).toList();
        Map<String, String> values = Map.of(
                "modes", modes(now),
                "explanation", explanation(now),
                "events",
                        newest.stream()
                                .map(id -> event(events.find(id).orElseThrow()))
                                .collect(Collectors.joining()),
                "none", newest.isEmpty() ? NONE.fill(Map.of("text", "Nothing has happened yet.")) : "");
        return Page.reply(200, "Webhook deliveries", PAGE.fill(values));
    }

    private static String modes(DeliveryMode now) {
        return Arrays.stream(DeliveryMode.values())
                .map(mode -> MODE.fill(Map.of("mode", mode.label(), "pressed", String.valueOf(mode == now))))
                .collect(Collectors.joining());
    }

    private static String explanation(DeliveryMode mode) {
        return switch (mode) {
            case ON -> "On: each event is delivered, and again when the application does not take it.";
            case OFF -> "Off: events are lost for good, unless they are redelivered by hand.";
            case DUPLICATE -> "Duplicate: each event is delivered twice at once.";
            case REVERSE -> "Reverse: events are collected for two seconds and delivered newest first.";
        };
    }

    private String event(JsonObject event) {
        String id = Json.requiredText(event, "id");
        JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
        List<Attempt> attempts = deliveries.attempts(id);
        boolean isPending = event.get("pending_webhooks").getAsLong() > 0;
        String tries = attempts.stream().map(DeliveriesPage::attempt).collect(Collectors.joining());
        return EVENT.fill(Map.of(
                "event", id,
                "type", Json.requiredText(event, "type"),
                "object", Json.requiredText(object, "id"),
                "at", Instant.ofEpochSecond(event.get("created").getAsLong()).toString(),
                "deliveries", tries + state(attempts.isEmpty(), isPending)));
    }

    private static String attempt(Attempt attempt) {
        String answer = attempt.status() == 0 ? String.valueOf(attempt.problem()) : "answered " + attempt.status();
        return line(
                attempt.isDelivered() ? "good" : "bad", attempt.at().truncatedTo(ChronoUnit.SECONDS) + ": " + answer);
    }

    private static String state(boolean isUntried, boolean isPending) {
        if (isPending) {
            return line("", isUntried ? "Not tried yet" : "Will be tried again");
        }
        return isUntried ? line("", "Nobody was there to deliver it to") : "";
    }

    private static String line(String kind, String text) {
        return TRY.fill(Map.of("kind", kind, "text", text));
    }
}
