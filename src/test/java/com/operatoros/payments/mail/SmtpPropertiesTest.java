package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.operatoros.payments.text.Messages;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.SocketException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How we connect to mail servers, real ones of the mail library. */
class SmtpPropertiesTest {

    private static final String HOST = "127.0.0.1";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Letter LETTER = new Letter(
            "<1@example.com>",
            "client@example.com",
            new MailText(
                    "Subject",
                    List.of("Hello,"),
                    List.of(),
                    new MailText.Link("Pay", "http://localhost/pay/1"),
                    List.of(),
                    List.of(),
                    List.of()));

    private GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_goes_out_on_our_own_socket_without_a_login() throws Exception {
        server.start();
        TimedSockets sockets = new TimedSockets(Duration.ofMinutes(1));

        send(sockets, Encryption.NONE, new Properties());

        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    void encryption_from_the_first_byte_is_put_on_top_of_our_own_socket() throws Exception {
        server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTPS));
        server.start();
        Properties trusting = new Properties();
        trusting.put("mail.smtp.ssl.trust", "*");
        trusting.put("mail.smtp.ssl.checkserveridentity", "false");

        send(new TimedSockets(Duration.ofMinutes(1)), Encryption.IMPLICIT, trusting);

        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    void a_certificate_that_nobody_knows_is_not_believed() {
        server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTPS));
        server.start();
        TimedSockets sockets = new TimedSockets(Duration.ofMinutes(1));

        MessagingException trouble =
                assertThrows(MessagingException.class, () -> send(sockets, Encryption.IMPLICIT, new Properties()));

        String words = MailFailures.describe(trouble, false).in(Messages.english());
        assertTrue(words.startsWith("The connection to the mail server cannot be encrypted"), words);
    }

    @Test
    void a_server_without_the_required_encryption_gets_nothing() {
        server.start();
        TimedSockets sockets = new TimedSockets(Duration.ofMinutes(1));

        MessagingException trouble =
                assertThrows(MessagingException.class, () -> send(sockets, Encryption.STARTTLS, new Properties()));

        assertTrue(MailFailures.describe(trouble, false).in(Messages.english()).contains("STARTTLS"));
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void a_cut_connection_is_not_replaced_by_one_without_a_limit() {
        server.start();
        TimedSockets sockets = new TimedSockets(Duration.ofMinutes(1));
        sockets.cut();

        MessagingException trouble =
                assertThrows(MessagingException.class, () -> send(sockets, Encryption.NONE, new Properties()));

        Throwable root = trouble;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        assertEquals(SocketException.class, root.getClass());
    }

    private void send(TimedSockets sockets, Encryption encryption, Properties container) throws MessagingException {
        MailSettings settings = new MailSettings(HOST, port(), encryption, false, "billing@example.com", List.of());
        container.put("mail.host", HOST);
        container.put("mail.user", "");
        container.put("mail.smtp.timeout", "10000");
        Session session = Session.getInstance(SmtpProperties.complete(container, settings, sockets));
        MailMessage.Sender sender = new MailMessage.Sender("billing@example.com", "Studio", null);
        MailMessage message = MailMessage.of(session, LETTER, sender, NOON, () -> {});
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private int port() {
        return server.getSmtp() == null
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }
}
