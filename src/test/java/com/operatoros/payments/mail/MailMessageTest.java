package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What goes over the line. */
class MailMessageTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void the_message_id_never_changes() throws Exception {
        MailMessage message = message("Subject", "Studio");

        message.saveChanges();

        assertEquals("<1@example.com>", message.getMessageID());
        assertTrue(raw(message).contains("Message-ID: <1@example.com>\r\n"));
    }

    @Test
    void a_line_break_begins_no_header() throws Exception {
        MimeMessage received = received(message("Hello\r\nBcc: x@example.com", "Studio\nX-Bad: yes"));

        assertNull(received.getHeader("Bcc"));
        assertNull(received.getHeader("X-Bad"));
        assertEquals("Hello Bcc: x@example.com", received.getSubject());
    }

    @Test
    void a_domain_with_an_umlaut_is_written_in_plain_letters() throws Exception {
        Letter letter = new Letter("<1@example.com>", "info@m\u00fcller-bau.example", text("Subject", "Hello,"));

        String raw = raw(MailMessage.of(SESSION, letter, sender("Studio"), NOON, () -> {}));

        assertEquals(
                "To: info@xn--mller-bau-q9a.example",
                raw.lines().filter(line -> line.startsWith("To:")).findFirst().orElseThrow());
    }

    @Test
    void two_hundred_emoji_in_a_subject_arrive_as_they_are() throws Exception {
        String subject = "👩‍👩‍👧 \"<ü>\" ".repeat(20) + "😀".repeat(200);

        assertEquals(subject, received(message(subject, "Studio")).getSubject());
    }

    @Test
    void it_says_who_writes_where_answers_go_and_that_nobody_typed_it() throws Exception {
        MimeMessage received = received(message("Subject", "Müller, \"Söhne\" & Co"));

        assertEquals("billing@example.com", address(received));
        assertEquals(
                "Müller, \"Söhne\" & Co",
                ((jakarta.mail.internet.InternetAddress) received.getFrom()[0]).getPersonal());
        assertEquals("office@example.com", received.getReplyTo()[0].toString());
        assertArrayEquals(new String[] {"auto-generated"}, received.getHeader("Auto-Submitted"));
        assertEquals(NOON, received.getSentDate().toInstant());
    }

    @Test
    void no_line_is_longer_than_mail_servers_take() throws Exception {
        MailText text = text("Subject", "x".repeat(5_000));

        String raw = raw(MailMessage.of(
                SESSION, new Letter("<1@example.com>", "c@example.com", text), sender("S"), NOON, () -> {}));

        assertFalse(raw.lines().anyMatch(line -> line.length() > 998));
    }

    private static String address(MimeMessage message) throws MessagingException {
        return ((jakarta.mail.internet.InternetAddress) message.getFrom()[0]).getAddress();
    }

    private static MailMessage message(String subject, String business) throws MessagingException {
        Letter letter = new Letter("<1@example.com>", "client@example.com", text(subject, "Hello,"));
        return MailMessage.of(SESSION, letter, sender(business), NOON, () -> {});
    }

    private static MailMessage.Sender sender(String business) {
        return new MailMessage.Sender("billing@example.com", business, "office@example.com");
    }

    private static MailText text(String subject, String lead) {
        return new MailText(
                subject,
                List.of(lead),
                List.of(),
                new MailText.Link("Pay", "http://localhost/pay/1"),
                List.of(),
                List.of(),
                List.of());
    }

    private static String raw(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static MimeMessage received(MimeMessage message) throws MessagingException, IOException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(raw(message).getBytes(StandardCharsets.US_ASCII)));
    }
}
