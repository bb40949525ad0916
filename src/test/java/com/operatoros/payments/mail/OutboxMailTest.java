package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.outbox.Lease;
import com.operatoros.payments.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the admin sees of a mail (rules X4, I1 and I5). */
class OutboxMailTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final OutboxMail mail =
            new OutboxMail(UUID.randomUUID(), MailKind.PAYMENT, "client@example.com", "example.com", NOON);

    @Test
    void what_the_mail_server_took_is_shown_as_sent() {
        Lease<UUID> lease = mail.delivery().claim(mail.id(), NOON);

        mail.delivery().record(lease, Handover.taken(), NOON);

        assertFalse(mail.delivery().isHeldUnder(lease));
        assertEquals(new MailState("sent", NOON, null), MailState.of(mail));
    }

    @Test
    void trouble_is_shown_while_the_mail_waits() {
        Lease<UUID> lease = mail.delivery().claim(mail.id(), NOON);

        mail.delivery().record(lease, Handover.later(Message.quote("no answer")), NOON);

        assertEquals(new MailState("queued", NOON, Message.quote("no answer")), MailState.of(mail));
    }

    @Test
    void without_a_mail_server_it_is_not_configured() {
        MailSettings settings = new MailSettings(null, 25, Encryption.NONE, false, null, List.of());

        mail.withoutServer();

        assertFalse(settings.isConfigured());
        assertEquals(
                new MailState("not_configured", NOON, Message.of("mail.trouble.not_configured")), MailState.of(mail));
    }
}
