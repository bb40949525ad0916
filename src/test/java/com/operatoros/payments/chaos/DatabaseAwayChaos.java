package com.operatoros.payments.chaos;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.chaos.DeliveredEvent.Reply;
import com.operatoros.payments.support.DatabaseRoad;
import com.operatoros.payments.support.Node;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database is away while many events arrive, again and again, or loses its connections (rule W2). */
@ExtendWith(OwnScene.class)
@Tag("alone")
class DatabaseAwayChaos {

    /** More than there are connections. */
    private static final int MANY = 60;

    /** Enough for troubles to come in between. */
    private static final int STREAM = 400;

    private static final int TIMES = 100;

    /** With so many at once the answers themselves take a moment. */
    private static final Duration STRIPE_WAITS = Duration.ofSeconds(3);

    private final Scene scene;

    DatabaseAwayChaos(Scene scene) {
        this.scene = scene;
    }

    @AfterEach
    void openRoad() {
        scene.databaseRoad().open();
    }

    @ParameterizedTest
    @EnumSource(
            value = DatabaseTrouble.class,
            names = {"STOPPED", "FROZEN"})
    void many_events_at_once_are_refused_in_time_and_their_repetitions_have_their_effect_once(DatabaseTrouble trouble) {
        Node node = scene.node();
        List<LinkTale> tales = newLinks(MANY);
        trouble.befall(scene.databaseRoad());

        List<CompletableFuture<Reply>> sent =
                tales.stream().map(tale -> tale.succeeded().sendTo(node)).toList();
        List<Reply> refused = sent.stream().map(CompletableFuture::join).toList();
        scene.databaseRoad().open();
        tales.forEach(tale -> tale.succeeded().deliverUntilTaken(node));

        assertAll(refused.stream().map(reply -> () -> {
            assertEquals(503, reply.status(), reply::toString);
            assertTrue(reply.waited().compareTo(STRIPE_WAITS) <= 0, reply::toString);
        }));
        assertAll(tales.stream().map(tale -> () -> assertEquals(tale.paid(), scene.traces(tale.payment()))));
    }

    @Test
    void a_stream_of_events_whose_connections_are_lost_at_any_moment_has_its_effects_once() {
        assertToldOnceAlthough(() -> scene.databaseRoad().cutAll());
    }

    @ParameterizedTest
    @EnumSource(DatabaseRoad.Cut.class)
    void a_stream_of_events_whose_commits_are_lost_has_its_effects_once(DatabaseRoad.Cut cut) {
        assertToldOnceAlthough(() -> scene.databaseRoad().cutNextEvent(cut));
    }

    private void assertToldOnceAlthough(Runnable trouble) {
        List<LinkTale> tales = newLinks(STREAM);

        try (EventStream stream = EventStream.begin(tales, scene.node())) {
            for (int time = 0; time < TIMES; time++) {
                assertTrue(stream.goesOnAfter(1), "all events were taken too soon");
                trouble.run();
            }
            stream.await();
        }

        assertAll(tales.stream().map(tale -> () -> assertEquals(tale.end(), scene.traces(tale.payment()))));
    }

    private List<LinkTale> newLinks(int number) {
        return Stream.generate(() -> LinkTale.ofNewLink(scene, scene.node()))
                .limit(number)
                .toList();
    }
}
