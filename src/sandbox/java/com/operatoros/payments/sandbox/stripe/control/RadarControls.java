package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Payments;
import com.operatoros.payments.sandbox.stripe.dispute.Radar;
import com.operatoros.payments.sandbox.stripe.http.Reply;
import com.operatoros.payments.sandbox.stripe.store.Json;
import com.operatoros.payments.sandbox.stripe.store.Kind;
import com.operatoros.payments.sandbox.stripe.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Suspects a payment as banks and Radar do, and takes the suspicion back (rule SK17). */
public final class RadarControls {

    private final Store store;
    private final Payments payments;
    private final Radar radar;

    /** The controls of these. */
    public RadarControls(Store store, Payments payments, Radar radar) {
        this.store = store;
        this.payments = payments;
        this.radar = radar;
    }

    /** All of them by method and path. */
    public Map<String, Control> all() {
        return Map.of(
                "POST /_sandbox/fraud_warning", input -> suspect(input, charge -> Optional.of(radar.warn(charge))),
                "POST /_sandbox/review", input -> suspect(input, charge -> Optional.of(radar.open(charge))),
                "POST /_sandbox/review/approve", input -> suspect(input, radar::approve));
    }

    private Reply suspect(JsonObject input, Function<JsonObject, Optional<JsonObject>> how) {
        String intent = BadInput.required(input, "payment_intent");
        return store.change(() -> payments.find(intent)
                .flatMap(found -> Json.text(found, "latest_charge"))
                .map(charge -> store.get(Kind.CHARGE, charge))
                .filter(charge -> Json.has(charge, "status", "succeeded"))
                .flatMap(how)
                .map(suspicion -> Reply.json(200, suspicion))
                .orElseGet(() -> Reply.error(409, "there is nothing to suspect or to approve")));
    }
}
