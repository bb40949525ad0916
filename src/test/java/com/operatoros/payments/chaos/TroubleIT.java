package com.operatoros.payments.chaos;

import static com.operatoros.payments.chaos.Bill.assertPayableOnce;
import static com.operatoros.payments.chaos.Bill.only;
import static com.operatoros.payments.chaos.CallPhase.AFTER_ITS_EFFECT;
import static com.operatoros.payments.chaos.Client.aClient;
import static com.operatoros.payments.chaos.StripeCall.FINALIZE_INVOICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.chaos.DeliveredEvent.Reply;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Node;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The database is away when an event or a call comes, and comes back (rules A3 and W2); the server dies, and is started again (rules P1 and
 * O2). This much is for every build: the rest is in {@link DatabaseAwayChaos} and {@link KilledServerChaos}.
 */
@ExtendWith(OwnScene.class)
class TroubleIT {

    private static final Duration STRIPE_WAITS = Duration.ofSeconds(2);

    private final Scene scene;

    TroubleIT(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void endTrouble() {
        scene.databaseRoad().open();
        scene.trouble().end();
    }

    @ParameterizedTest
    @EnumSource(DatabaseTrouble.class)
    void an_event_is_refused_in_time_and_its_repetition_has_its_effect_once(DatabaseTrouble trouble) {
        Node node = scene.node();
        LinkTale tale = LinkTale.ofNewLink(scene, node);
        trouble.befall(scene.databaseRoad());

        Reply refused = tale.succeeded().deliverTo(node);
        scene.databaseRoad().open();
        Reply taken = tale.succeeded().deliverUntilTaken(node);

        assertEquals(503, refused.status(), refused::toString);
        assertEquals("5", refused.retryAfter());
        assertTrue(refused.waited().compareTo(STRIPE_WAITS) <= 0, refused::toString);
        assertTrue(taken.isTaken());
        assertEquals(tale.paid(), scene.traces(tale.payment()));
    }

    @Test
    void a_call_is_told_a_number_of_the_log_and_nothing_else() {
        Node node = scene.node();
        DatabaseTrouble.STOPPED.befall(scene.databaseRoad());

        AdminApi.Answer answer = node.admin().get("admin/api/payments");

        assertEquals(500, answer.status());
        assertTrue(
                answer.json()
                        .get("detail")
                        .getAsString()
                        .matches("Something went wrong. Look for [0-9a-f-]{36} in the log."),
                answer.response()::body);
    }

    @Test
    void an_event_whose_commit_nobody_heard_of_is_known_when_it_is_repeated() {
        Node node = scene.node();
        LinkTale tale = LinkTale.ofNewLink(scene, node);
        DatabaseTrouble.LOST_AFTER_THE_COMMIT.befall(scene.databaseRoad());

        tale.succeeded().deliverTo(node);
        StoredEffects before = scene.traces(tale.payment());
        Reply repeated = tale.succeeded().deliverUntilTaken(node);

        assertEquals(tale.paid(), before);
        assertTrue(repeated.outcome().contains("duplicate"), repeated::toString);
    }

    @Test
    void an_event_whose_connection_was_lost_before_the_commit_leaves_nothing_until_it_is_repeated() {
        Node node = scene.node();
        LinkTale tale = LinkTale.ofNewLink(scene, node);
        StoredEffects untouched = scene.traces(tale.payment());
        DatabaseTrouble.LOST_BEFORE_THE_COMMIT.befall(scene.databaseRoad());

        tale.succeeded().deliverTo(node);
        StoredEffects before = scene.traces(tale.payment());
        Reply repeated = tale.succeeded().deliverUntilTaken(node);

        assertEquals(untouched, before);
        assertTrue(repeated.outcome().contains("applied"), repeated::toString);
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
