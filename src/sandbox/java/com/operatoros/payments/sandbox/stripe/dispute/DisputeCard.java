package com.operatoros.payments.sandbox.stripe.dispute;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.util.Arrays;
import java.util.Optional;

/** Stripe's test cards whose payments are disputed at once. */
enum DisputeCard {
    FRAUDULENT("4000000000000259", "fraudulent", DisputeStatus.NEEDS_RESPONSE),
    NOT_RECEIVED("4000000000002685", "product_not_received", DisputeStatus.NEEDS_RESPONSE),
    INQUIRY("4000000000001976", "fraudulent", DisputeStatus.WARNING_NEEDS_RESPONSE);

    private final String number;
    private final Claim claim;

    DisputeCard(String number, String reason, DisputeStatus status) {
        this.number = number;
        this.claim = new Claim(reason, status, Optional.empty(), Optional.empty());
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

    Claim claim() {
        return claim;
    }
}
