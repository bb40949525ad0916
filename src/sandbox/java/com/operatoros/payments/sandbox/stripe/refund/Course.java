package com.operatoros.payments.sandbox.stripe.refund;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Arrays;

/** How a refund goes, which Stripe's test cards decide. */
enum Course {
    /** Is pending at first. */
    SUCCEEDS_LATER("4000000000007726"),
    /** Counts as succeeded at first. */
    FAILS_LATER("4000000000005126"),
    SUCCEEDS_AT_ONCE("");

    private final String card;

    Course(String card) {
        this.card = card;
    }

    /** The course of refunds of this charge. */
    static Course of(JsonObject charge) {
        String fingerprint = Json.object(charge.getAsJsonObject("payment_method_details"), "card")
                .flatMap(details -> Json.text(details, "fingerprint"))
                .orElse("");
        return Arrays.stream(values())
                .filter(course -> Instrument.fingerprint(course.card).equals(fingerprint))
                .findFirst()
                .orElse(SUCCEEDS_AT_ONCE);
    }

    RefundStatus statusAtFirst() {
        return this == SUCCEEDS_LATER ? RefundStatus.PENDING : RefundStatus.SUCCEEDED;
    }

    /** Whether its end comes by itself some seconds later. */
    boolean isTimed() {
        return this == SUCCEEDS_LATER || this == FAILS_LATER;
    }
}
