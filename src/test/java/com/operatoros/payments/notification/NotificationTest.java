package com.operatoros.payments.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.notification.Wording.Value;
import com.operatoros.payments.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Who has read a notification (rule N6). */
class NotificationTest {

    private static final Texts GERMAN = Texts.in(Locale.GERMANY);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static final Value CLIENT = Value.plain("Nordwind GmbH");
    private static final Value PRICE = Value.amount(125000, "eur");
    private static final Value PROJECT = Value.plain("Website");

    private final Notification notification = new Notification(
            null, "paid:1", Level.INFO, Wording.of("paid", CLIENT, PRICE, PROJECT), ZoneOffset.UTC, NOON);

    @Test
    void each_reader_gets_it_in_the_own_language() {
        assertEquals("Nordwind GmbH paid €1,250.00 for Website", notification.message());
        assertEquals("Zahlung eingegangen", notification.title(GERMAN));
        assertEquals(
                "Nordwind GmbH hat 1.250,00\u00a0€ für Website bezahlt", notification.message(GERMAN, ZoneOffset.UTC));
    }

    @Test
    void a_reason_is_kept_as_a_code_and_a_time_as_a_time() {
        Failure failure = new Failure("insufficient_funds", "Your card has insufficient funds.");
        notification.explain(
                "failed:1", Wording.of("failed", CLIENT, PRICE, PROJECT, Value.failure(failure)), ZoneOffset.UTC);
        String known = notification.message(GERMAN, ZoneOffset.UTC);
        Failure strange = new Failure(null, "Something new.");
        Wording unknown = Wording.of("failed", CLIENT, PRICE, PROJECT, Value.failure(strange))
                .recovered();

        assertTrue(known.contains(GERMAN.reason(failure.code(), failure.message())), known);
        assertEquals(
                "Nordwind GmbH, €1,250.00 for Website: Something new. (found by asking Stripe, without a webhook)",
                Wording.fromJson(unknown.toJson()).message(Texts.english(), ZoneOffset.UTC));
        assertEquals("22. November 2026, 12:00 UTC", Value.time(NOON).in(GERMAN, ZoneId.of("UTC")));
        assertEquals("500 xxx", Value.amount(500, "xxx").in(GERMAN, ZoneOffset.UTC));
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
