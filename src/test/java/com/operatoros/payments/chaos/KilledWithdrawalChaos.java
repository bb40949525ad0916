package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.CallPhase.AFTER_ITS_EFFECT;
import static com.operatoros.payments.chaos.CallPhase.BEFORE_ITS_EFFECT;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server dies while a payment is withdrawn, marked as paid or replaced, and is started again (rules P1 and O2). */
@ExtendWith(OwnScene.class)
class KilledWithdrawalChaos {

    private final Scene scene;

    KilledWithdrawalChaos(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void endTrouble() {
        scene.trouble().end();
    }

    @ParameterizedTest
    @EnumSource(Withdrawal.class)
    void two_withdrawals_met_before_and_after_the_effect_of_a_call_happen_once_each(Withdrawal withdrawal) {
        WithdrawnPayment early = WithdrawnPayment.billed(withdrawal, scene);
        WithdrawnPayment late = WithdrawnPayment.billed(withdrawal, scene);
        early.meet(scene, BEFORE_ITS_EFFECT);
        late.meet(scene, AFTER_ITS_EFFECT);

        scene.killAndStartAgain();

        early.assertWithdrawnOnce(scene, scene.node());
        late.assertWithdrawnOnce(scene, scene.node());
    }

    @ParameterizedTest
    @EnumSource(CallPhase.class)
    void a_replacement_met_while_the_old_payment_is_withdrawn_leaves_one_that_can_be_paid(CallPhase moment) {
        WithdrawnPayment old = WithdrawnPayment.billed(Withdrawal.VOID_INVOICE, scene);
        scene.trouble().hold("POST", old.path(), moment);
        PendingRequest.send(() -> old.replace(scene.node()));
        scene.trouble().awaitCall();

        scene.killAndStartAgain();

        assertReplacedOnce(old);
    }

    @ParameterizedTest
    @EnumSource(CallPhase.class)
    void a_replacement_met_while_the_new_payment_is_created_leaves_one_that_can_be_paid(CallPhase moment) {
        WithdrawnPayment old = WithdrawnPayment.billed(Withdrawal.SWITCH_LINK_OFF, scene);
        scene.trouble().hold("POST", StripeCall.CREATE_LINK.path(), moment);
        PendingRequest.send(() -> old.replace(scene.node()));
        scene.trouble().awaitCall();

        scene.killAndStartAgain();

        assertReplacedOnce(old);
    }

    private void assertReplacedOnce(WithdrawnPayment old) {
        List<JsonObject> payments = scene.settledPayments(scene.node(), old.client());
        List<String> statuses =
                payments.stream().map(each -> text(each, "status")).sorted().toList();
        assertEquals(List.of("canceled", "pending"), statuses);
        payments.stream()
                .filter(each -> text(each, "status").equals("pending"))
                .forEach(each -> assertPayableOnce(scene, each));
        old.assertOffAtStripe(scene);
    }
}
