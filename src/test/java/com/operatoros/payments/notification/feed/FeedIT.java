package com.operatoros.payments.notification.feed;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.SignedEvents.debitFailed;
import static com.operatoros.payments.support.SignedEvents.deliver;
import static com.operatoros.payments.support.SignedEvents.intentFailed;
import static com.operatoros.payments.support.SignedEvents.intentSucceeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.Eventually;
import com.operatoros.payments.support.NotificationReceiver;
import com.operatoros.payments.support.NotificationReceiver.Post;
import com.operatoros.payments.support.RunningApplication;
import com.operatoros.payments.support.TestEnvironment;
import com.stripe.net.Webhook;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives at OperatorOS (rules X1 and F1 to F6), through a real receiver that may misbehave. */
@ExtendWith(RunningApplication.class)
class FeedIT {

    private final AdminApi admin = AdminApi.asAdmin();
    private final String payment = admin.create(aLink()).json().get("id").getAsString();

    @AfterEach
    void somebody_listens_again() {
        receiver().open();
    }

    @Test
    void a_notification_arrives_once_and_just_as_the_list_tells_it() {
        pay();

        awaitSent();
        Post post = onlyPost();
        assertEquals("Client paid $19.99 for Website", message(post));
        assertTrue(list().contains(post.body()), post.body());
        assertEquals("application/json", post.header("Content-Type"));
        assertEquals(post.json().get("id").getAsString(), post.header("X-OperatorOS-Notification"));
    }

    @Test
    void a_post_is_signed_for_its_second() throws Exception {
        pay();

        awaitSent();
        String signature = onlyPost().header("X-OperatorOS-Signature");
        String seconds = signature.substring("t=".length(), signature.indexOf(','));
        String hmac = Webhook.Util.computeHmacSha256(
                NotificationReceiver.SECRET, seconds + "." + onlyPost().body());
        assertEquals("t=" + seconds + ",v1=" + hmac, signature);
        long age = Clock.systemUTC().instant().getEpochSecond() - Long.parseLong(seconds);
        assertTrue(age >= 0 && age <= 60, "signed " + age + " seconds ago");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 410, 429, 500})
    void what_is_not_taken_is_posted_again(int status) {
        receiver().refuse(payment, status);

        pay();

        awaitSent();
        List<Post> posts = receiver().postsAbout(payment);
        assertEquals(List.of(status, 204), posts.stream().map(Post::status).toList());
        assertEquals(posts.get(0).body(), posts.get(1).body());
        assertEquals(posts.get(0).header("Idempotency-Key"), posts.get(1).header("Idempotency-Key"));
    }

    @Test
    void while_nobody_listens_it_waits_and_the_page_says_so() {
        receiver().close();
        pay();
        Eventually.get(() -> page().contains("OperatorOS cannot be reached") ? Optional.of(true) : Optional.empty());

        receiver().open();

        awaitSent();
        assertEquals("Client paid $19.99 for Website", message(onlyPost()));
        Eventually.get(() -> page().contains("OperatorOS cannot be reached") ? Optional.empty() : Optional.of(true));
    }

    @Test
    void trouble_with_the_feed_is_no_notification_itself() {
        receiver().refuse(payment, 500);

        pay();

        awaitSent();
        assertFalse(list().contains("OperatorOS"), list());
    }

    @Test
    void a_failure_whose_reason_follows_at_once_is_posted_once_with_it() {
        String intent = "pi_" + UUID.randomUUID();
        deliver(debitFailed(payment, intent));

        deliver(intentFailed(payment, intent, "insufficient_funds"));

        awaitSent();
        assertTrue(message(onlyPost()).contains("not enough money"), message(onlyPost()));
    }

    @Test
    void a_failure_whose_reason_follows_later_is_posted_again_under_its_id() {
        String intent = "pi_" + UUID.randomUUID();
        deliver(debitFailed(payment, intent));
        awaitSent();
        Post first = onlyPost();

        deliver(intentFailed(payment, intent, "insufficient_funds"));

        Post second = Eventually.get(
                () -> receiver().postsAbout(payment).stream().skip(1).findFirst());
        assertFalse(message(first).contains("not enough money"), message(first));
        assertTrue(message(second).contains("not enough money"), message(second));
        assertEquals(first.json().get("id"), second.json().get("id"));
        assertNotEquals(first.header("Idempotency-Key"), second.header("Idempotency-Key"));
    }

    private void pay() {
        deliver(intentSucceeded("evt_" + UUID.randomUUID(), payment, 1999));
    }

    private static NotificationReceiver receiver() {
        return TestEnvironment.operatorOs();
    }

    private Post onlyPost() {
        List<Post> posts = receiver().postsAbout(payment);
        assertEquals(1, posts.size());
        return posts.get(0);
    }

    private static String message(Post post) {
        JsonObject json = post.json();
        return json.get("message").getAsString();
    }

    private String list() {
        return admin.get("admin/api/notifications").response().body();
    }

    private String page() {
        return admin.get("admin/notifications").response().body();
    }

    /** Nothing about the payment waits any more. */
    private void awaitSent() {
        Eventually.get(() -> Optional.of(states()).filter(states -> states.equals(List.of("sent"))));
    }

    private List<String> states() {
        String query = "select p.state from operatoros_payments.notification_post p"
                + " join operatoros_payments.notification n on n.id = p.notification_id where n.payment_id = ?";
        try (Connection connection = TestEnvironment.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, UUID.fromString(payment));
            try (ResultSet rows = statement.executeQuery()) {
                List<String> states = new ArrayList<>();
                while (rows.next()) {
                    states.add(rows.getString(1));
                }
                return states;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
