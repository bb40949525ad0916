package com.operatoros.payments.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who has read a notification (rule N6). */
class NotificationTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Notification notification = new Notification(
            null, "paid:1", Level.INFO, new Notification.Words("Payment received", "Client paid"), NOON);

    @Test
    void nobody_has_read_a_new_one() {
        assertNull(notification.acknowledgedAt());
        assertNull(notification.acknowledgedBy());
    }

    @Test
    void the_first_reader_stays() {
        notification.acknowledge("one", NOON);

        notification.acknowledge("other", NOON.plusSeconds(1));

        assertEquals("one", notification.acknowledgedBy());
        assertEquals(NOON, notification.acknowledgedAt());
    }
}
