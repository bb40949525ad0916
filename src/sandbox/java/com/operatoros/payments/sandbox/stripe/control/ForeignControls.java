package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.event.Attempt;
import com.operatoros.payments.sandbox.stripe.event.Deliveries;
import com.operatoros.payments.sandbox.stripe.event.Events;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Ids;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Delivers, rightly signed, what other destinations of an account would get (rule SK19); the API never shows it. */
public final class ForeignControls {

    private static final String CONNECTED = "acct_connected";

    private final Events events;
    private final Deliveries deliveries;
    private final Clock clock;

    /** Deliveries to these endpoints. */
    public ForeignControls(Events events, Deliveries deliveries, Clock clock) {
        this.events = events;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of("POST /_sandbox/webhooks/connected", this::connected, "POST /_sandbox/webhooks/thin", this::thin);
    }

    /** The same event once more, as if it had happened to an account that is connected to ours. */
    private Reply connected(JsonObject input) {
        String id = BadInput.required(input, "event");
        String account = Json.text(input, "account").orElse(CONNECTED);
        return events.find(id)
                .map(event -> {
                    event.addProperty("id", Ids.next("evt_"));
                    event.addProperty("account", account);
                    return deliver(event);
                })
                .orElseGet(() -> Reply.error(404, "there is no event " + id));
    }

    /** An event that names its object and does not contain it. */
    private Reply thin(JsonObject input) {
        String type = Json.text(input, "type").orElse("v1.billing.meter.error_report_triggered");
        JsonObject related = new JsonObject();
        String meter = Ids.next("mtr_");
        related.addProperty("id", meter);
        related.addProperty("type", "billing.meter");
        related.addProperty("url", "/v1/billing/meters/" + meter);
        JsonObject event = new JsonObject();
        event.addProperty("id", Ids.next("evt_test_"));
        event.addProperty("object", "v2.core.event");
        event.addProperty(
                "created", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        event.addProperty("livemode", false);
        event.add("related_object", related);
        event.addProperty("type", type);
        return deliver(event);
    }

    private Reply deliver(JsonObject event) {
        JsonArray attempts = new JsonArray();
        List<Attempt> made = deliveries.deliverOnce(Json.pretty(event));
        made.forEach(attempt -> attempts.add(attempt.toJson()));
        JsonObject answer = new JsonObject();
        answer.add("event", event.get("id"));
        answer.add("deliveries", attempts);
        return Reply.json(200, answer);
    }
}
