package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Arrays;
import java.util.Optional;

/** Stripe's test cards whose payments are disputed at once. */
enum DisputeCard {
    FRAUDULENT("4000000000000259", "fraudulent", false),
    NOT_RECEIVED("4000000000002685", "product_not_received", false),
    INQUIRY("4000000000001976", "fraudulent", true);

    private final String number;
    private final String reason;
    private final boolean inquiry;

    DisputeCard(String number, String reason, boolean inquiry) {
        this.number = number;
        this.reason = reason;
        this.inquiry = inquiry;
    }

    static Optional<DisputeCard> of(JsonObject charge) {
        Optional<String> fingerprint = Json.object(charge.getAsJsonObject("payment_method_details"), "card")
                .flatMap(card -> Json.text(card, "fingerprint"));
        return Arrays.stream(values())
                .filter(card -> fingerprint
                        .filter(Instrument.fingerprint(card.number)::equals)
                        .isPresent())
                .findFirst();
    }

    String reason() {
        return reason;
    }

    boolean isInquiry() {
        return inquiry;
    }
}
