package com.operatoros.payments.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.text.Message;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How far a row comes on its way out (rules X3 to X5). */
class DeliveryTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Handover TAKEN = Handover.taken();
    private static final Handover DOWN = Handover.later(Message.quote("down"));

    private final Delivery delivery = new Delivery(NOON);

    @Test
    void only_the_latest_claim_holds_it() {
        Lease<String> first = claim();
        Lease<String> second = claim();

        assertFalse(delivery.isHeldUnder(first));
        assertTrue(delivery.isHeldUnder(second));
    }

    @Test
    void nobody_holds_what_is_sent() {
        Lease<String> lease = claim();

        delivery.record(lease, TAKEN, NOON);

        assertFalse(delivery.isHeldUnder(lease));
        assertEquals(OutboxState.SENT, delivery.state());
    }

    @Test
    void what_was_taken_from_a_late_holder_counts_once() {
        Lease<String> late = claim();
        Lease<String> current = claim();

        assertTrue(delivery.record(late, TAKEN, NOON));
        assertFalse(delivery.record(current, TAKEN, NOON));
        assertFalse(delivery.record(current, Handover.refused(Message.quote("no")), NOON));

        assertEquals(OutboxState.SENT, delivery.state());
        assertNull(delivery.reason());
    }

    @Test
    void nothing_else_counts_from_a_late_holder() {
        Lease<String> late = claim();
        claim();
        Instant lease = delivery.nextAt();

        assertFalse(delivery.record(late, DOWN, NOON));
        assertFalse(delivery.record(late, Handover.refused(Message.quote("no")), NOON));
        assertFalse(delivery.record(late, Handover.pointless(Message.quote("paid")), NOON));

        assertEquals(lease, delivery.nextAt());
        assertTrue(delivery.isQueued());
        assertNull(delivery.reason());
    }

    @Test
    void trouble_that_may_pass_is_tried_again_later_and_later() {
        delivery.record(claim(), DOWN, NOON);
        assertEquals(NOON.plusSeconds(2), delivery.nextAt());

        delivery.record(claim(), DOWN, NOON);

        assertEquals(NOON.plusSeconds(5), delivery.nextAt());
        assertEquals(Message.quote("down"), delivery.reason());
        assertTrue(delivery.isQueued());
    }

    @Test
    void a_wish_of_the_receiver_is_obeyed() {
        delivery.record(claim(), Handover.later(Message.quote("busy"), Duration.ofMinutes(1)), NOON);

        assertEquals(NOON.plusSeconds(60), delivery.nextAt());
    }

    @Test
    void it_is_given_up_after_three_days_and_not_before() {
        delivery.record(claim(), DOWN, NOON.plus(THREE_DAYS));
        assertTrue(delivery.isQueued());

        delivery.record(claim(), DOWN, NOON.plus(THREE_DAYS).plusSeconds(1));

        assertEquals(OutboxState.FAILED, delivery.state());
        assertEquals(Message.quote("down"), delivery.reason());
    }

    @Test
    void what_is_refused_for_good_is_over() {
        delivery.record(claim(), Handover.refused(Message.quote("unknown")), NOON);

        assertEquals(OutboxState.FAILED, delivery.state());
        assertEquals(Message.quote("unknown"), delivery.reason());
    }

    @Test
    void what_has_no_use_any_more_is_over() {
        delivery.record(claim(), Handover.pointless(Message.quote("paid")), NOON);

        assertEquals(OutboxState.FAILED, delivery.state());
        assertEquals(Message.quote("paid"), delivery.reason());
    }

    @Test
    void what_has_to_leave_once_more_has_a_patience_of_its_own() {
        Instant later = NOON.plus(THREE_DAYS).plusSeconds(60);
        delivery.record(claim(), DOWN, later);

        delivery.queueAgain(later);
        delivery.record(claim(), DOWN, later);

        assertTrue(delivery.isQueued());
        assertEquals(later.plusSeconds(2), delivery.nextAt());
    }

    private Lease<String> claim() {
        return delivery.claim("it", NOON.plusSeconds(60));
    }
}
