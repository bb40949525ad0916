package com.operatoros.payments.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.operatoros.payments.notification.feed.Answer.NotTaken;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of a notification on its way (rules F2 to F5). */
class NotificationPostTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    private final NotificationPost post = new NotificationPost(7, NOON);

    @Test
    void what_is_taken_is_sent() {
        post.taken(claim(), NOON);

        assertEquals(PostState.SENT, post.state());
    }

    @Test
    void whoever_woke_up_late_does_not_postpone_it() {
        Claim late = claim();
        claim();
        Instant lease = post.nextAt();

        post.notTaken(late, new NotTaken("down"), NOON);

        assertEquals(lease, post.nextAt());
        assertNull(post.reason());
    }

    @Test
    void what_was_taken_from_a_late_holder_counts() {
        Claim late = claim();
        Claim current = claim();

        post.taken(late, NOON);
        post.notTaken(current, new NotTaken("down"), NOON);

        assertEquals(PostState.SENT, post.state());
    }

    @Test
    void a_notification_that_is_completed_before_it_is_taken_needs_one_post() {
        post.renew(NOON);

        post.taken(claim(), NOON);

        assertEquals(PostState.SENT, post.state());
    }

    @Test
    void a_notification_that_is_completed_during_its_post_is_due_again_at_once() {
        Claim incomplete = claim();

        post.renew(NOON);
        post.taken(incomplete, NOON.plusSeconds(1));

        assertEquals(PostState.QUEUED, post.state());
        assertEquals(NOON.plusSeconds(1), post.nextAt());
    }

    @Test
    void a_notification_that_is_completed_after_its_post_is_due_again_under_another_key() {
        Claim incomplete = claim();
        post.taken(incomplete, NOON);

        post.renew(NOON.plusSeconds(60));

        assertEquals(PostState.QUEUED, post.state());
        assertEquals(NOON.plusSeconds(60), post.nextAt());
        assertNotEquals(incomplete.idempotencyKey(), claim().idempotencyKey());
    }

    @Test
    void a_repetition_has_the_same_key() {
        assertEquals(claim().idempotencyKey(), claim().idempotencyKey());
    }

    @Test
    void trouble_is_kept_for_the_admin_until_it_is_over() {
        post.notTaken(claim(), new NotTaken("down"), NOON);
        assertEquals("down", post.reason());

        post.taken(claim(), NOON);

        assertNull(post.reason());
    }

    @Test
    void it_is_given_up_after_three_days_and_not_before() {
        post.notTaken(claim(), new NotTaken("down"), NOON.plus(THREE_DAYS));
        assertEquals(PostState.QUEUED, post.state());

        post.notTaken(claim(), new NotTaken("down"), NOON.plus(THREE_DAYS).plusSeconds(1));

        assertEquals(PostState.FAILED, post.state());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 2",
        "2, 0, 5",
        "8, 0, 300",
        "1000, 0, 300",
        "1, 1, 2",
        "1, 60, 60",
        "8, 1800, 1800",
        "1, 86400, 3600"
    })
    void the_pause_grows_to_five_minutes_and_obeys_the_receiver_up_to_an_hour(int failures, int wish, int seconds) {
        assertEquals(Duration.ofSeconds(seconds), FeedRetryPolicy.pause(failures, Duration.ofSeconds(wish)));
    }

    private Claim claim() {
        return post.claim(NOON.plusSeconds(60), "{}");
    }
}
