package com.operatoros.payments.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.reconcile.SweepStore.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How far a sweep goes (rule R3). */
class SweepRunTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SweepRun run = new SweepRun(SweepPlan.scheduled(NOON), new Lease(1, NOON, null));

    @Test
    void a_payment_is_asked_about_once() {
        UUID payment = UUID.randomUUID();
        List<String> calls = new ArrayList<>();

        for (int time = 0; time < 2; time++) {
            run.asked(payment, () -> {
                calls.add("asked");
                return new SyncResult.Done();
            });
        }

        assertEquals(List.of("asked"), calls);
    }

    @Test
    void one_payment_that_can_not_be_asked_about_does_not_end_it() {
        run.asked(UUID.randomUUID(), () -> new SyncResult.Unreachable("status 400"));
        run.asked(UUID.randomUUID(), () -> {
            throw new IllegalStateException("broken");
        });
        run.asked(UUID.randomUUID(), SyncResult.Done::new);

        assertTrue(run.goesOn(NOON, lease -> true));
        assertEquals(Optional.of("status 400"), run.trouble());
    }

    @Test
    void a_silent_stripe_ends_it() {
        for (int payment = 0; payment < 3; payment++) {
            run.asked(UUID.randomUUID(), () -> new SyncResult.Unreachable("timeout"));
        }

        assertFalse(run.goesOn(NOON, lease -> true));
    }

    @Test
    void it_ends_when_its_time_is_over() {
        assertTrue(run.goesOn(NOON.plus(Duration.ofMinutes(3)), lease -> true));
        assertFalse(run.goesOn(NOON.plus(Duration.ofMinutes(5)), lease -> true));
    }

    @Test
    void it_ends_when_another_node_has_taken_over() {
        assertFalse(run.goesOn(NOON.plusSeconds(20), lease -> false));
    }

    @Test
    void a_scheduled_sweep_leaves_to_the_webhook_what_has_just_happened() {
        Evidence scheduled = SweepPlan.scheduled(NOON).evidence();

        assertTrue(scheduled.isTooNew(NOON.minusSeconds(30)));
        assertFalse(scheduled.isTooNew(NOON.minus(Duration.ofMinutes(3))));
        assertFalse(SweepPlan.onDemand(NOON).evidence().isTooNew(NOON));
    }
}
