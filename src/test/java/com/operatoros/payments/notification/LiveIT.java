package com.operatoros.payments.notification;

import static com.operatoros.payments.support.AdminApi.aLink;
import static com.operatoros.payments.support.SignedEvents.deliver;
import static com.operatoros.payments.support.SignedEvents.intentSucceeded;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.operatoros.payments.support.AdminApi;
import com.operatoros.payments.support.LiveListener;
import com.operatoros.payments.support.RunningApplication;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The live connection (rule N4). */
@ExtendWith(RunningApplication.class)
class LiveIT {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final AdminApi admin = AdminApi.asAdmin();

    @Test
    void every_open_page_hears_of_a_payment_within_a_second_of_its_commit() throws Exception {
        String payment = admin.create(aLink()).json().get("id").getAsString();
        try (LiveListener one = LiveListener.connect();
                LiveListener other = LiveListener.connect()) {

            deliver(intentSucceeded("evt_" + UUID.randomUUID(), payment, 1999));

            for (LiveListener page : new LiveListener[] {one, other}) {
                // The mail to the client is told of, too.
                JsonObject moved = page.await(
                        message -> isAbout(message, "payment", payment)
                                && message.get("status").getAsString().equals("paid"),
                        A_SECOND);
                assertEquals(payment, moved.get("payment_id").getAsString());
            }
        }
    }

    @Test
    void a_notification_is_pushed_with_its_words() throws Exception {
        String payment = admin.create(aLink()).json().get("id").getAsString();
        try (LiveListener page = LiveListener.connect()) {

            deliver(intentSucceeded("evt_" + UUID.randomUUID(), payment, 1999));

            JsonObject told = page.await(message -> isAbout(message, "notification", payment), A_SECOND);
            assertEquals("Payment received", told.get("title").getAsString());
            assertEquals("Client paid $19.99 for Website", told.get("message").getAsString());
            assertEquals("info", told.get("level").getAsString());
        }
    }

    @Test
    void who_is_not_logged_in_does_not_hear_anything() {
        assertThrows(CompletionException.class, () -> LiveListener.connectWith("Authorization", "Basic bm9ib2R5Ong="));
    }

    @Test
    void another_site_does_not_hear_anything() {
        assertThrows(CompletionException.class, () -> LiveListener.connectWith("Origin", "https://evil.example"));
    }

    private static boolean isAbout(JsonObject message, String type, String payment) {
        return message.get("type").getAsString().equals(type)
                && message.get("payment_id").getAsString().equals(payment);
    }
}
