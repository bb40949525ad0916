package com.operatoros.payments.chaos;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.support.Node;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server dies again and again while events arrive (rules W2 and W3). */
@ExtendWith(OwnScene.class)
class KilledWebhookChaos {

    private static final int KILLS = 20;
    private static final int PAYMENTS = 100;
    private static final int MOST_BETWEEN = 20;

    private final Scene scene;
    private final Random random = new Random();

    KilledWebhookChaos(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void endTrouble() {
        scene.trouble().end();
    }

    @Test
    void every_event_that_was_taken_has_its_effect_once_however_often_the_server_was_killed() {
        Node node = scene.node();
        List<LinkTale> tales = Stream.generate(() -> LinkTale.ofNewLink(scene, node))
                .limit(PAYMENTS)
                .toList();
        // What an event has not done may not be made good by asking Stripe.
        scene.trouble().fallSilent();

        try (EventStream stream = EventStream.begin(tales, node)) {
            for (int kill = 0; kill < KILLS; kill++) {
                assertTrue(stream.goesOnAfter(random.nextInt(MOST_BETWEEN)), "all events were taken too soon");
                node.kill();
                node.awaitReady();
            }
            stream.await();
        }

        assertAll(tales.stream().map(tale -> () -> assertEquals(tale.end(), scene.traces(tale.payment()))));
    }
}
