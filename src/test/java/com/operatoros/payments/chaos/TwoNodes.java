package com.operatoros.payments.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.chaos.DeliveredEvent.Reply;
import com.operatoros.payments.support.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Two servers on one database, to which Stripe delivers at once. */
record TwoNodes(Scene scene, Node first, Node second) {

    /** Both have served before, since the first answers of a server take longer. */
    static TwoNodes of(Scene scene) {
        TwoNodes nodes = new TwoNodes(scene, scene.node(), scene.secondNode());
        LinkTale tale = LinkTale.ofNewLink(scene, nodes.first);
        tale.succeeded().deliverUntilTaken(nodes.first);
        tale.succeeded().deliverUntilTaken(nodes.second);
        return nodes;
    }

    /** One of the deliveries of one event has the effect, and the others know of it. */
    void assertSameEventHasItsEffectOnce(int times) {
        LinkTale tale = LinkTale.ofNewLink(scene, first);

        List<Reply> replies = deliverAtOnce(Collections.nCopies(times, tale.succeeded()));

        assertEquals(1, count(replies, "applied"), replies::toString);
        assertEquals(2L * times - 1, count(replies, "duplicate"), replies::toString);
        assertEquals(tale.paid(), scene.traces(tale.payment()));
    }

    /** All events of one payment, each to both, come to the same as in any order. */
    void assertDifferentEventsHaveTheirEffectsOnce(long seed) {
        LinkTale tale = LinkTale.ofNewLink(scene, first);
        List<DeliveredEvent> events = new ArrayList<>(tale.inAnyOrder());
        Collections.shuffle(events, new Random(seed));

        List<Reply> replies = deliverAtOnce(events);

        assertEquals(events.size(), count(replies, "applied"), replies::toString);
        assertEquals(events.size(), count(replies, "duplicate"), replies::toString);
        StoredEffects end = scene.traces(tale.payment());
        assertTrue(tale.endsInAnyOrder().contains(end), end::toString);
    }

    private List<Reply> deliverAtOnce(List<DeliveredEvent> events) {
        List<CompletableFuture<Reply>> sent = events.stream()
                .flatMap(event -> Stream.of(event.sendTo(first), event.sendTo(second)))
                .toList();
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static long count(List<Reply> replies, String outcome) {
        return replies.stream()
                .filter(reply -> reply.isTaken() && reply.outcome().contains(outcome))
                .count();
    }
}
