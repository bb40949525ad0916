package com.operatoros.payments.mail;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.text.Message;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Talks to the mail server through the container's mail session, never longer than a limit. */
@ApplicationScoped
public class MailServer {

    private static final Logger LOG = System.getLogger(MailServer.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(75);
    private static final Duration LIMIT_OF_A_CHECK = Duration.ofSeconds(5);
    private static final Duration PATIENCE_FOR_THE_ANSWER = Duration.ofSeconds(60);

    @Resource(lookup = "mail/payments")
    private Session containerSession;

    @Inject
    private MailSettings settings;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    private final Set<TimedSockets> busy = ConcurrentHashMap.newKeySet();

    /** What is done with a connection that is open and logged in. */
    private interface Talk {
        void with(Session session, Transport transport, TimedSockets sockets) throws MessagingException;
    }

    /** Hands a letter over. */
    Handover deliver(Letter letter) {
        TimedSockets sockets = new TimedSockets(LIMIT);
        try {
            talk(sockets, (session, transport, line) -> {
                MailMessage message = MailMessage.of(
                        session, letter, sender(), clock.instant(), () -> line.waitForAnswer(PATIENCE_FOR_THE_ANSWER));
                transport.sendMessage(message, message.getAllRecipients());
            });
            return Handover.taken();
        } catch (MessagingException e) {
            return MailFailures.judge(e, sockets.isOverdue());
        }
    }

    /** Logs in and out again; what is wrong with the mail server, if anything is. */
    public Optional<Message> findTrouble() {
        TimedSockets sockets = new TimedSockets(LIMIT_OF_A_CHECK);
        try {
            talk(sockets, (session, transport, line) -> {});
            return Optional.empty();
        } catch (MessagingException e) {
            return Optional.of(MailFailures.describe(e, sockets.isOverdue()));
        }
    }

    /** Ends what takes too long; called all the time. */
    void cutOverdue() {
        busy.stream().filter(TimedSockets::isOverdue).forEach(TimedSockets::cut);
    }

    private void talk(TimedSockets sockets, Talk talk) throws MessagingException {
        busy.add(sockets);
        try {
            Session session = session(sockets);
            Transport transport = session.getTransport("smtp");
            connect(transport);
            try {
                talk.with(session, transport, sockets);
            } finally {
                closeQuietly(transport);
            }
        } finally {
            busy.remove(sockets);
            sockets.cut();
        }
    }

    /** The container's session with a connection of its own. */
    private Session session(TimedSockets sockets) {
        return Session.getInstance(SmtpProperties.complete(containerSession.getProperties(), settings, sockets));
    }

    private void connect(Transport transport) throws MessagingException {
        if (settings.hasLogin()) {
            PasswordAuthentication login =
                    containerSession.requestPasswordAuthentication(null, settings.port(), "smtp", null, null);
            transport.connect(settings.server(), login.getUserName(), login.getPassword());
        } else {
            transport.connect();
        }
    }

    private MailMessage.Sender sender() {
        return new MailMessage.Sender(
                Objects.requireNonNull(settings.sender(), "sender"),
                profile.businessName(),
                profile.business().email());
    }

    /** What was taken is taken, however the good-bye goes. */
    private static void closeQuietly(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.log(Level.DEBUG, "The mail server did not say good-bye", e);
        }
    }
}
