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
import java.util.Optional;
import java.util.stream.Stream;

/** The newest events and what came of their deliveries, with the buttons that change and repeat them. */
public final class DeliveriesPage {

    private static final int MOST = 100;
    private static final Page PAGE = Page.of("deliveries");

    private final Events events;
    private final Deliveries deliveries;

    private record Mode(String label, boolean pressed) {}

    private record Shown(String id, String type, String object, Instant at, List<Try> tries) {}

    private record Try(String kind, String text) {}

    /** The page of these deliveries. */
    public DeliveriesPage(Events events, Deliveries deliveries) {
        this.events = events;
        this.deliveries = deliveries;
    }

    /** The page as it is now. */
    public Reply show() {
        DeliveryMode now = deliveries.mode();
        List<Shown> newest = events.ids(event -> true).stream()
                .limit(MOST)
                .map(id -> event(events.find(id).orElseThrow()))
                .toList();
        Map<String, Object> values = Map.of(
                "title", "Webhook deliveries", "modes", modes(now), "explanation", explanation(now), "events", newest);
        return PAGE.reply(200, values);
    }

    private static List<Mode> modes(DeliveryMode now) {
        return Arrays.stream(DeliveryMode.values())
                .map(mode -> new Mode(mode.label(), mode == now))
                .toList();
    }

    private static String explanation(DeliveryMode mode) {
        return switch (mode) {
            case ON -> "On: each event is delivered, and again when the application does not take it.";
            case OFF -> "Off: events are lost for good, unless they are redelivered by hand.";
            case DUPLICATE -> "Duplicate: each event is delivered twice at once.";
            case REVERSE -> "Reverse: events are collected for two seconds and delivered newest first.";
        };
    }

    private Shown event(JsonObject event) {
        String id = Json.requiredText(event, "id");
        JsonObject object = event.getAsJsonObject("data").getAsJsonObject("object");
        boolean isPending = event.get("pending_webhooks").getAsLong() > 0;
        return new Shown(
                id,
                Json.requiredText(event, "type"),
                Json.requiredText(object, "id"),
                Instant.ofEpochSecond(event.get("created").getAsLong()),
                tries(deliveries.attempts(id), isPending));
    }

    private static List<Try> tries(List<Attempt> attempts, boolean isPending) {
        Stream<Try> made = attempts.stream().map(DeliveriesPage::attempt);
        return Stream.concat(made, state(attempts.isEmpty(), isPending).stream())
                .toList();
    }

    private static Try attempt(Attempt attempt) {
        String answer = attempt.status() == 0 ? String.valueOf(attempt.problem()) : "answered " + attempt.status();
        return new Try(
                attempt.isDelivered() ? "good" : "bad", attempt.at().truncatedTo(ChronoUnit.SECONDS) + ": " + answer);
    }

    private static Optional<Try> state(boolean isUntried, boolean isPending) {
        if (isPending) {
            return Optional.of(new Try("", isUntried ? "Not tried yet" : "Will be tried again"));
        }
        return isUntried ? Optional.of(new Try("", "Nobody was there to deliver it to")) : Optional.empty();
    }
}
