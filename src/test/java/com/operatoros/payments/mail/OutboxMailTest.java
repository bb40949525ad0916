package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The states of a mail (rules M2, M4 and M7). */
class OutboxMailTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void only_the_latest_claim_holds_a_mail() {
        OutboxMail mail = aMail();

        Claim first = mail.claim(NOON.plusSeconds(300));
        Claim second = mail.claim(NOON.plusSeconds(600));

        assertFalse(mail.isHeldUnder(first));
        assertTrue(mail.isHeldUnder(second));
    }

    @Test
    void nobody_holds_a_mail_that_is_sent() {
        OutboxMail mail = aMail();
        Claim claim = mail.claim(NOON);

        mail.sent(NOON);

        assertFalse(mail.isHeldUnder(claim));
        assertEquals(new MailState("sent", NOON, null), MailState.of(mail));
    }

    @Test
    void trouble_is_shown_while_the_mail_waits() {
        OutboxMail mail = aMail();
        mail.claim(NOON);

        mail.later(NOON, "no answer");

        assertEquals(new MailState("queued", NOON, "no answer"), MailState.of(mail));
    }

    @Test
    void it_is_given_up_after_three_days() {
        OutboxMail mail = aMail();

        assertFalse(mail.isGivenUp(NOON.plus(Duration.ofDays(3))));
        assertTrue(mail.isGivenUp(NOON.plus(Duration.ofDays(3)).plusSeconds(1)));
    }

    @Test
    void the_pauses_grow_to_five_minutes() {
        assertEquals(Duration.ofSeconds(2), RetryPolicy.pause(1));
        assertEquals(Duration.ofSeconds(5), RetryPolicy.pause(2));
        assertEquals(Duration.ofMinutes(5), RetryPolicy.pause(8));
        assertEquals(Duration.ofMinutes(5), RetryPolicy.pause(1_000));
    }

    @Test
    void without_a_mail_server_it_is_not_configured() {
        MailSettings settings = new MailSettings(null, 25, Encryption.NONE, false, null, List.of());

        OutboxMail mail = aMail().withoutServer();

        assertFalse(settings.isConfigured());
        assertEquals(new MailState("not_configured", NOON, "No mail server is set up."), MailState.of(mail));
    }

    private static OutboxMail aMail() {
        return new OutboxMail(UUID.randomUUID(), MailKind.PAYMENT, "client@example.com", "example.com", NOON);
    }
}
