package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Attempt;
import com.operatoros.payments.sandbox.stripe.event.Deliveries;
import com.operatoros.payments.sandbox.stripe.event.DeliveryMode;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import java.util.List;
import java.util.Map;

/** Shows the deliveries, sets how they are made, repeats one (rule SK4). */
public final class WebhookControls {

    private static final int MOST = 1000;

    private final Events events;
    private final Deliveries deliveries;

    /** The controls of these deliveries. */
    public WebhookControls(Events events, Deliveries deliveries) {
        this.events = events;
        this.deliveries = deliveries;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of(
                "GET /_sandbox/webhooks", this::show,
                "POST /_sandbox/webhooks", this::setMode,
                "POST /_sandbox/webhooks/redeliver", this::redeliver);
    }

    /** The newest thousand events with their deliveries, newest first. */
    private Reply show(JsonObject input) {
        JsonArray data = new JsonArray();
        events.ids(event -> true).stream().limit(MOST).forEach(id -> data.add(row(id)));
        JsonObject answer = new JsonObject();
        answer.addProperty("mode", deliveries.mode().label());
        answer.add("data", data);
        return Reply.json(200, answer);
    }

    private JsonObject row(String id) {
        JsonObject event = events.find(id).orElseThrow();
        JsonObject row = new JsonObject();
        row.addProperty("id", id);
        row.add("type", event.get("type"));
        row.add("created", event.get("created"));
        row.add("deliveries", attempts(deliveries.attempts(id)));
        return row;
    }

    private static JsonArray attempts(List<Attempt> attempts) {
        JsonArray array = new JsonArray();
        attempts.forEach(attempt -> array.add(attempt.toJson()));
        return array;
    }

    /** Sets the mode. */
    private Reply setMode(JsonObject input) {
        DeliveryMode mode = DeliveryMode.named(BadInput.required(input, "mode"))
                .orElseThrow(() -> new BadInput("\"mode\" must be on, off, duplicate or reverse"));
        deliveries.deliver(mode);
        JsonObject answer = new JsonObject();
        answer.addProperty("mode", mode.label());
        return Reply.json(200, answer);
    }

    /** Delivers an event again, whatever the mode, and answers all its attempts. */
    private Reply redeliver(JsonObject input) {
        String id = BadInput.required(input, "event");
        if (events.find(id).isEmpty()) {
            return Reply.error(404, "there is no event " + id);
        }
        JsonObject answer = new JsonObject();
        answer.addProperty("event", id);
        answer.add("deliveries", attempts(deliveries.redeliver(id)));
        return Reply.json(200, answer);
    }
}
