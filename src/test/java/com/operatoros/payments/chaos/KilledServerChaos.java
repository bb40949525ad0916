package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.CallPhase.AFTER_ITS_EFFECT;
import static com.operatoros.payments.chaos.CallPhase.BEFORE_ITS_EFFECT;
import static com.operatoros.payments.chaos.Client.aClient;
import static com.operatoros.payments.chaos.StripeBooks.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi.Answer;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.Node;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server dies in the middle of creations and is started again (rules E2, P1, O2, O4 and Q2). */
@ExtendWith(OwnScene.class)
class KilledServerChaos {

    /** Whoever carries a request out is waited for, until it must be dead. */
    private static final Duration KEY_IS_HELD = Duration.ofSeconds(30);

    private final Scene scene;

    KilledServerChaos(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void endTrouble() {
        scene.trouble().end();
    }

    @ParameterizedTest
    @EnumSource(StripeCall.class)
    void two_creations_met_before_and_after_the_effect_of_a_call_end_with_one_of_everything_each(StripeCall call) {
        Target early = Target.at(call, scene);
        Target late = Target.at(call, scene);
        early.meet(scene, BEFORE_ITS_EFFECT);
        late.meet(scene, AFTER_ITS_EFFECT);

        scene.killAndStartAgain();

        assertMadeOnce(early);
        assertMadeOnce(late);
    }

    private void assertMadeOnce(Target target) {
        JsonObject payment = target.settledPayment(scene, scene.node());
        assertPayableOnce(scene, payment);
        if (text(payment, "type").equals("invoice")) {
            String invoice = text(payment.getAsJsonObject("stripe"), "invoice_id");
            assertEquals(1, scene.books().sendings(invoice));
        }
    }

    @ParameterizedTest
    @EnumSource(CallPhase.class)
    void a_request_that_is_sent_again_with_its_key_finds_the_payment_that_it_has_begun(CallPhase moment) {
        Node node = scene.node();
        Client client = aClient();
        String key = UUID.randomUUID().toString();
        scene.trouble().hold("POST", StripeCall.CREATE_LINK.path(), moment);
        PendingRequest first = PendingRequest.send(() -> client.bill(node, "link", key));
        scene.trouble().awaitCall();

        scene.killAndStartAgain();
        Answer again = Eventually.within(
                KEY_IS_HELD,
                () -> Optional.of(client.bill(node, "link", key)).filter(answer -> answer.status() != 409));

        assertThrows(ExecutionException.class, first::await);
        JsonObject payment = only(scene.settledPayments(node, client));
        assertEquals(200, again.status());
        assertEquals(text(payment, "id"), text(again.json(), "id"));
        assertPayableOnce(scene, payment);
    }
}
