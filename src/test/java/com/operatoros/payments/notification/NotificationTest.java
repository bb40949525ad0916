package com.operatoros.payments.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import com.operatoros.payments.text.Value;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** In which language a notification is told, and who has read it (rules N5 and N6). */
class NotificationTest {

    private static final Messages GERMAN = Messages.in(Locale.GERMANY);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final String CLIENT = "Nordwind GmbH";
    private static final Amount PRICE = new Amount(125000, "eur");
    private static final String PROJECT = "Website";

    private final Notification notification = notification(Message.of("notice.paid", CLIENT, PRICE, PROJECT), false);

    @Test
    void each_reader_gets_it_in_the_own_language() {
        assertEquals("Nordwind GmbH paid €1,250.00 for Website", notification.text(Messages.english()));
        assertEquals("Zahlung eingegangen", notification.title(GERMAN));
        assertEquals("Nordwind GmbH hat 1.250,00\u00a0€ für Website bezahlt", notification.text(GERMAN));
    }

    @Test
    void a_reason_is_kept_as_a_code() {
        Failure failure = new Failure("insufficient_funds", "Your card has insufficient funds.");
        notification.explain("failed:1", failed(failure));
        String known = notification.text(GERMAN);
        Notification unknown = notification(failed(new Failure(null, "Something new.")), true);

        assertTrue(known.contains(GERMAN.reason(failure.code(), failure.message())), known);
        assertEquals(
                "Nordwind GmbH, €1,250.00 for Website: Something new. (found by asking Stripe, without a webhook)",
                unknown.text(Messages.english()));
    }

    private static Message failed(Failure failure) {
        return Message.of("notice.failed", CLIENT, PRICE, PROJECT, Value.failure(failure.code(), failure.message()));
    }

    private static Notification notification(Message message, boolean isRecovered) {
        Message kept = Message.fromJson(message.toJson());
        return new Notification(null, "paid:1", Level.INFO, kept, isRecovered, NOON);
    }

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
