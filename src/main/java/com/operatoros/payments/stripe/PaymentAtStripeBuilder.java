package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.ObjectKind;
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

    private final List<Told> told = new ArrayList<>();
    private final List<Known> ids = new ArrayList<>();
    private final Map<String, Long> refunded = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private State state = State.MISSING;
    private @Nullable Long amountMinor;
    private @Nullable String currency;
    private boolean hasMoney;

    void tell(Optional<GatewayReport> report, String objectId, Instant at) {
        report.ifPresent(known -> told.add(new Told(known, objectId, at)));
    }

    void learn(Map<ObjectKind, String> objects) {
        String intent = objects.get(ObjectKind.PAYMENT_INTENT);
        objects.forEach((kind, id) -> ids.add(new Known(kind, id, intent)));
    }

    void stands(State now, @Nullable Long minor, @Nullable String code) {
        state = now;
        amountMinor = minor;
        currency = code;
    }

    void hasMoney() {
        hasMoney = true;
    }

    void refunded(String chargeId, long minor, String code) {
        refunded.put(chargeId, minor);
        currencies.put(chargeId, code);
    }

    PaymentAtStripe standing() {
        List<Told> ordered =
                told.stream().sorted(Comparator.comparing(Told::at)).toList();
        Seen seen = new Seen(state, amountMinor, currency, hasMoney, Map.copyOf(refunded), Map.copyOf(currencies));
        return new PaymentAtStripe(ordered, List.copyOf(ids), seen);
    }
}
