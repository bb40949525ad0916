package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.stripe.PaymentAtStripe.Known;
import com.operatoros.payments.stripe.PaymentAtStripe.Seen;
import com.operatoros.payments.stripe.PaymentAtStripe.State;
import com.operatoros.payments.stripe.PaymentAtStripe.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects how one payment stands while Stripe is asked about its objects. */
final class PaymentAtStripeBuilder {

    private final Instant askedAt;
    private final List<Told> told = new ArrayList<>();
    private final List<Known> ids = new ArrayList<>();
    private final Map<ChargeId, Amount> refunded = new HashMap<>();
    private State state = State.MISSING;
    private @Nullable Amount amount;
    private boolean hasMoney;
    private boolean isFormerActive;

    PaymentAtStripeBuilder(Instant askedAt) {
        this.askedAt = askedAt;
    }

    /** As of when Stripe says what it answers; in whole seconds, as the times of events. */
    Instant askedAt() {
        return askedAt;
    }

    void tell(Optional<GatewayReport> report, String objectId, Instant at) {
        report.ifPresent(known -> told.add(new Told(known, objectId, at)));
    }

    void learn(Map<ObjectKind, String> objects) {
        IntentId intent = IntentId.orNull(objects.get(ObjectKind.PAYMENT_INTENT));
        objects.forEach((kind, id) -> ids.add(new Known(kind, id, intent)));
    }

    void stands(State now, @Nullable Long minor, @Nullable String code) {
        state = now;
        amount = minor == null || code == null ? null : new Amount(minor, code);
    }

    /** How a link stands whose place the present one has taken. */
    void formerly(State other) {
        isFormerActive |= other == State.ACTIVE;
    }

    void hasMoney() {
        hasMoney = true;
    }

    void refunded(ChargeId charge, Amount total) {
        refunded.put(charge, total);
    }

    PaymentAtStripe build() {
        List<Told> ordered =
                told.stream().sorted(Comparator.comparing(Told::at)).toList();
        Seen seen = new Seen(state, amount, hasMoney, isFormerActive, Map.copyOf(refunded));
        return new PaymentAtStripe(ordered, List.copyOf(ids), seen);
    }
}
