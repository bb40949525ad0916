package com.operatoros.payments.webhook;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.payment.Payments;
import com.operatoros.payments.stripe.StripeEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A random stream of events about some payments, which can be told of several casts of the same size: for each of them the same happens
 * in the same order.
 */
final class EventStory {

    static final int PAYMENTS = 4;
    private static final int INTENTS = 2;
    private static final int STEPS = 30;
    private static final Failure DECLINED = new Failure("insufficient_funds", "Your card has insufficient funds.");

    private final List<Step> steps = new ArrayList<>();

    /** What an event can be. */
    private enum Kind {
        DECLINED,
        PROCESSING,
        PAID,
        REFUNDED,
        UNCLEAR,
        /** It bears no name, so that it is ours only if its id is known by then. */
        NAMELESS,
        FOREIGN
    }

    private record Step(int number, Kind kind, int payment, int intent) {}

    /**
     * The payments of which it is told.
     *
     * @param of tells the ids of these events from those of all others
     */
    record Cast(String of, List<UUID> payments) {}

    EventStory(Random random) {
        for (int number = 0; number < STEPS; number++) {
            boolean isRepetition = number > 0 && random.nextInt(6) == 0;
            steps.add(
                    isRepetition
                            ? steps.get(random.nextInt(number))
                            : new Step(
                                    number,
                                    Kind.values()[random.nextInt(Kind.values().length)],
                                    random.nextInt(PAYMENTS),
                                    random.nextInt(INTENTS)));
        }
    }

    List<StripeEvent> of(Cast cast) {
        return steps.stream().map(step -> event(step, cast)).toList();
    }

    /** The same without those that somebody has to know by an id. */
    List<StripeEvent> withNames(Cast cast) {
        return steps.stream()
                .filter(step -> step.kind() != Kind.NAMELESS)
                .map(step -> event(step, cast))
                .toList();
    }

    private static StripeEvent event(Step step, Cast cast) {
        UUID payment = cast.payments().get(step.payment());
        String intent = "pi_" + cast.of() + "_" + step.payment() + "_" + step.intent();
        boolean isNamed = step.kind() != Kind.NAMELESS && step.kind() != Kind.FOREIGN;
        String carried = step.kind() == Kind.FOREIGN ? intent + "_foreign" : intent;
        return new StripeEvent(
                "evt_" + cast.of() + "_" + step.number(),
                "of.a.test",
                Payments.NOON,
                false,
                false,
                isNamed ? Optional.of(payment) : Optional.empty(),
                Map.of(ObjectKind.PAYMENT_INTENT, carried),
                Optional.empty(),
                Optional.of(report(step.kind(), intent)),
                "{}");
    }

    private static GatewayReport report(Kind kind, String intent) {
        return switch (kind) {
            case DECLINED -> attempt(intent, "ch_declined_", AttemptState.FAILED, DECLINED);
            case PROCESSING -> attempt(intent, "ch_debit_", AttemptState.PROCESSING, null);
            case PAID, NAMELESS, FOREIGN -> attempt(intent, "ch_good_", AttemptState.PAID, null);
            case REFUNDED ->
                new GatewayReport.Refund(new RefundReport(
                        "re_" + intent,
                        new IntentId(intent),
                        new ChargeId("ch_good_" + intent),
                        new Amount(500, "usd"),
                        RefundState.SUCCEEDED,
                        null,
                        null,
                        Payments.NOON,
                        Payments.NOON));
            case UNCLEAR -> new GatewayReport.Unclear();
        };
    }

    private static GatewayReport attempt(String intent, String charge, AttemptState state, @Nullable Failure failure) {
        Amount amount = Payments.ASKED.amount();
        return new GatewayReport.Attempt(
                new AttemptReport(state, charge + intent, new IntentId(intent), amount, Payments.NOON, failure), false);
    }
}
