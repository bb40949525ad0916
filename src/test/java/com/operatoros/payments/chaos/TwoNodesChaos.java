package com.operatoros.payments.chaos;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deliveries to two servers at once, again and again (rules W2 and W3). */
@ExtendWith(OwnScene.class)
@Tag("alone")
class TwoNodesChaos {

    private final Scene scene;

    TwoNodesChaos(Scene scene) {
        this.scene = scene;
    }

    @RepeatedTest(40)
    void an_event_that_reaches_both_servers_many_times_at_once_has_its_effect_once() {
        TwoNodes.of(scene).assertSameEventHasItsEffectOnce(10);
    }

    @RepeatedTest(80)
    void different_events_of_one_payment_that_reach_both_servers_at_once_have_their_effects_once(
            RepetitionInfo repetition) {
        TwoNodes.of(scene).assertDifferentEventsHaveTheirEffectsOnce(repetition.getCurrentRepetition());
    }
}
