package com.operatoros.payments.chaos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deliveries to two servers at once (rules W2 and W3); {@link TwoNodesChaos} does it more often. */
@ExtendWith(SharedScene.class)
class TwoNodesIT {

    private final Scene scene;

    TwoNodesIT(Scene scene) {
        this.scene = scene;
    }

    @Test
    void an_event_that_reaches_both_servers_several_times_at_once_has_its_effect_once() {
        TwoNodes.of(scene).assertSameEventHasItsEffectOnce(5);
    }

    @Test
    void different_events_of_one_payment_that_reach_both_servers_at_once_have_their_effects_once() {
        TwoNodes.of(scene).assertDifferentEventsHaveTheirEffectsOnce(1);
    }
}
