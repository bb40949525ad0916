package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.CallPhase.AFTER_ITS_EFFECT;
import static com.operatoros.payments.chaos.CallPhase.BEFORE_ITS_EFFECT;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.Node;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        PendingRequest earlyRequest = early.meet(scene, BEFORE_ITS_EFFECT);
        PendingRequest lateRequest = late.meet(scene, AFTER_ITS_EFFECT);

        freezeAndEndTrouble();
        JsonObject earlyPayment = early.settledPayment(scene, other);
        JsonObject latePayment = late.settledPayment(scene, other);
        scene.node().unfreeze();

        assertEquals(text(earlyPayment, "url"), text(earlyRequest.await().json(), "url"));
        assertEquals(text(latePayment, "url"), text(lateRequest.await().json(), "url"));
        assertEquals(facts(earlyPayment), facts(early.settledPayment(scene, other)));
        assertEquals(facts(latePayment), facts(late.settledPayment(scene, other)));
        assertPayableOnce(scene, earlyPayment);
        assertPayableOnce(scene, latePayment);
    }

    @Test
    void a_node_that_freezes_while_it_records_does_not_keep_the_other_from_finishing() throws Exception {
        Node other = scene.secondNode();
        Target target = Target.at(StripeCall.CREATE_LINK, scene);
        PendingRequest request = target.meet(scene, AFTER_ITS_EFFECT);
        freezeInItsTransaction(target.client());

        JsonObject payment = target.settledPayment(scene, other);
        scene.node().unfreeze();

        assertEquals(text(payment, "url"), text(request.await().json(), "url"));
        assertEquals(facts(payment), facts(target.settledPayment(scene, other)));
        assertPayableOnce(scene, payment);
    }

    /** It waits for a lock when it freezes, and is given it then. */
    private void freezeInItsTransaction(Client client) throws SQLException {
        try (Connection lock = scene.rows().lock(client)) {
            scene.trouble().end();
            Eventually.get(() -> scene.rows().areWaitedFor() ? Optional.of(client) : Optional.empty());
            scene.node().freeze();
            lock.rollback();
        }
    }

    @ParameterizedTest
    @EnumSource(Withdrawal.class)
    void a_node_that_wakes_up_in_a_withdrawal_changes_nothing(Withdrawal withdrawal) throws Exception {
        Node other = scene.secondNode();
        WithdrawnPayment bygone = WithdrawnPayment.billed(withdrawal, scene);
        PendingRequest request = bygone.meet(scene, AFTER_ITS_EFFECT);

        freezeAndEndTrouble();
        bygone.assertWithdrawnOnce(scene, other);
        scene.node().unfreeze();

        assertEquals(withdrawal.end(), text(request.await().json(), "status"));
        bygone.assertWithdrawnOnce(scene, other);
    }

    @ParameterizedTest
    @EnumSource(GivingBack.class)
    void a_node_that_wakes_up_in_a_refund_gives_nothing_back_again(GivingBack way) throws Exception {
        Node other = scene.secondNode();
        PaidPayment paid = PaidPayment.of(way, scene);
        PendingRequest request = paid.meet(scene, AFTER_ITS_EFFECT);

        freezeAndEndTrouble();
        paid.assertRefundedOnce(scene, other);
        scene.node().unfreeze();

        assertEquals(200, request.await().status());
        paid.assertRefundedOnce(scene, other);
    }

    /** What a mail that goes out meanwhile does not change. */
    private static List<Object> facts(JsonObject payment) {
        return List.of(text(payment, "status"), text(payment, "url"), payment.getAsJsonObject("stripe"));
    }

    private void freezeAndEndTrouble() {
        scene.node().freeze();
        scene.trouble().end();
        // Else a mail that the frozen node was sending would wait for five minutes.
        scene.rows().endLeasesOfMails();
    }
}
