package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.CallPhase.AFTER_ITS_EFFECT;
import static com.operatoros.payments.chaos.Client.aClient;
import static com.operatoros.payments.chaos.StripeCall.FINALIZE_INVOICE;

import com.operatoros.payments.support.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One of the crashes, for every build; the others are in {@link KilledServerChaos}. */
@ExtendWith(SharedScene.class)
class CrashIT {

    private final Scene scene;

    CrashIT(Scene scene) {
        this.scene = scene;
    }

    @Test
    void an_invoice_is_there_once_although_the_server_was_killed_when_stripe_had_finalized_it() {
        Node node = scene.node();
        Client client = aClient();
        scene.trouble().hold("POST", FINALIZE_INVOICE.path(), AFTER_ITS_EFFECT);
        PendingRequest.send(() -> client.bill(node, "invoice"));
        scene.trouble().awaitCall();

        scene.killAndStartAgain();

        assertPayableOnce(scene, only(scene.settledPayments(node, client)));
    }
}
