package com.operatoros.payments.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.outbox.OutboxState;
import com.operatoros.payments.text.Message;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The states of a notification on its way (rules X3, X4, X6, F2 and F4). */
class NotificationPostTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Handover DOWN = Handover.later(Message.quote("down"));
    private static final Handover TAKEN = Handover.taken();
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private final NotificationPost post = new NotificationPost(7, NOON);

    @Test
    void what_is_taken_is_sent() {
        post.record(claim(), TAKEN, NOON);

        assertEquals(OutboxState.SENT, post.delivery().state());
    }

    @Test
    void whoever_woke_up_late_does_not_postpone_it() {
        Lease<Edition> late = claim();
        claim();
        Instant lease = post.delivery().nextAt();

        post.record(late, DOWN, NOON);

        assertEquals(lease, post.delivery().nextAt());
        assertNull(post.delivery().reason());
    }

    @Test
    void what_was_taken_from_a_late_holder_counts() {
        Lease<Edition> late = claim();
        Lease<Edition> current = claim();

        post.record(late, TAKEN, NOON);
        post.record(current, DOWN, NOON);

        assertEquals(OutboxState.SENT, post.delivery().state());
    }

    @Test
    void a_notification_that_is_completed_before_it_is_taken_needs_one_post() {
        post.renew(NOON);

        post.record(claim(), TAKEN, NOON);

        assertEquals(OutboxState.SENT, post.delivery().state());
    }

    @Test
    void a_notification_that_is_completed_during_its_post_is_due_again_at_once() {
        Lease<Edition> incomplete = claim();

        post.renew(NOON);
        post.record(incomplete, TAKEN, NOON.plusSeconds(1));

        assertEquals(OutboxState.QUEUED, post.delivery().state());
        assertEquals(NOON.plusSeconds(1), post.delivery().nextAt());
    }

    @Test
    void a_notification_that_is_completed_after_its_post_is_due_again_under_another_key() {
        Lease<Edition> incomplete = claim();
        post.record(incomplete, TAKEN, NOON);

        post.renew(NOON.plusSeconds(60));

        assertEquals(OutboxState.QUEUED, post.delivery().state());
        assertEquals(NOON.plusSeconds(60), post.delivery().nextAt());
        assertNotEquals(incomplete.what().idempotencyKey(), claim().what().idempotencyKey());
    }

    @Test
    void a_repetition_has_the_same_key() {
        assertEquals(claim().what().idempotencyKey(), claim().what().idempotencyKey());
    }

    @Test
    void trouble_is_kept_for_the_admin_until_it_is_over() {
        post.record(claim(), DOWN, NOON);
        assertEquals(Message.quote("down"), post.delivery().reason());

        post.record(claim(), TAKEN, NOON);

        assertNull(post.delivery().reason());
    }

    @Test
    void it_is_given_up_after_three_days_and_not_before() {
        post.record(claim(), DOWN, NOON.plus(THREE_DAYS));
        assertEquals(OutboxState.QUEUED, post.delivery().state());

        post.record(claim(), DOWN, NOON.plus(THREE_DAYS).plusSeconds(1));

        assertEquals(OutboxState.FAILED, post.delivery().state());
    }

    @Test
    void no_log_tells_what_it_says() {
        assertEquals("7", post.claim("{secret}", NOON).what().toString());
    }

    private Lease<Edition> claim() {
        return post.claim("{}", NOON.plusSeconds(60));
    }
}
