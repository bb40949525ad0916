package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.CallPhase.AFTER_ITS_EFFECT;
import static com.operatoros.payments.chaos.CallPhase.BEFORE_ITS_EFFECT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server dies while money is given back, and is started again (rules P1 and O2). */
@ExtendWith(OwnScene.class)
class KilledRefundChaos {

    private final Scene scene;

    KilledRefundChaos(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void endTrouble() {
        scene.trouble().end();
    }

    @ParameterizedTest
    @EnumSource(GivingBack.class)
    void two_refunds_met_before_and_after_the_effect_of_their_call_happen_once_each(GivingBack way) {
        PaidPayment early = PaidPayment.of(way, scene);
        PaidPayment late = PaidPayment.of(way, scene);
        early.meet(scene, BEFORE_ITS_EFFECT);
        late.meet(scene, AFTER_ITS_EFFECT);

        scene.killAndStartAgain();

        early.assertRefundedOnce(scene, scene.node());
        late.assertRefundedOnce(scene, scene.node());
    }
}
