package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.Moment.AFTER_ITS_EFFECT;
import static com.operatoros.payments.chaos.Moment.BEFORE_ITS_EFFECT;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One of two nodes freezes in the middle of its work, the other finishes it, and the first wakes up (rule R1). */
@ExtendWith(OwnScene.class)
class FrozenNodeChaos {

    private final Scene scene;

    FrozenNodeChaos(Scene scene) {
        this.scene = scene;
    }

    /** A frozen node takes no events; that is another story. */
    @BeforeEach
    void startBoth() {
        scene.node();
        scene.deliverTo(scene.secondNode());
    }

    @AfterEach
    void endTrouble() {
        scene.trouble().end();
        scene.node().unfreeze();
    }

    @ParameterizedTest
    @EnumSource(StripeCall.class)
    void a_node_that_wakes_up_in_a_creation_changes_nothing_and_tells_the_truth(StripeCall call) throws Exception {
        Node other = scene.secondNode();
        Target early = Target.at(call, scene);
        Target late = Target.at(call, scene);
        Underway earlyRequest = early.meet(scene, BEFORE_ITS_EFFECT);
        Underway lateRequest = late.meet(scene, AFTER_ITS_EFFECT);

        freezeAndEndTrouble();
        JsonObject earlyPayment = early.settledPayment(scene, other);
        JsonObject latePayment = late.settledPayment(scene, other);
        scene.node().unfreeze();

        assertEquals(text(earlyPayment, "url"), text(earlyRequest.await().json(), "url"));
        assertEquals(text(latePayment, "url"), text(lateRequest.await().json(), "url"));
        assertEquals(earlyPayment, early.settledPayment(scene, other));
        assertEquals(latePayment, late.settledPayment(scene, other));
        assertPayableOnce(scene, earlyPayment);
        assertPayableOnce(scene, latePayment);
    }

    @ParameterizedTest
    @EnumSource(Withdrawal.class)
    void a_node_that_wakes_up_in_a_withdrawal_changes_nothing(Withdrawal withdrawal) throws Exception {
        Node other = scene.secondNode();
        Bygone bygone = Bygone.billed(withdrawal, scene);
        Underway request = bygone.meet(scene, AFTER_ITS_EFFECT);

        freezeAndEndTrouble();
        bygone.assertWithdrawnOnce(scene, other);
        scene.node().unfreeze();

        assertEquals(withdrawal.end(), text(request.await().json(), "status"));
        bygone.assertWithdrawnOnce(scene, other);
    }

    private void freezeAndEndTrouble() {
        scene.node().freeze();
        scene.trouble().end();
    }
}
