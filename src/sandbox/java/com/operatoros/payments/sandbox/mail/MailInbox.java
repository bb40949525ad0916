package com.operatoros.payments.sandbox.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An SMTP server on the loopback address that accepts every mail and every login and delivers nothing. */
public final class MailInbox implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** GreenMail hands each mail on to the mailbox of its recipient; this one throws it away. */
    private static final GreenMailUser NOBODY = (GreenMailUser) Proxy.newProxyInstance(
            MailInbox.class.getClassLoader(), new Class<?>[] {GreenMailUser.class}, (self, method, arguments) -> null);

    private final MailStore store;
    private final GreenMail server;
    private final int port;

    private MailInbox(MailStore store, int port) {
        this.store = store;
        ServerSetup setup = new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_LIMIT.toMillis());
        server = new GreenMail(setup);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        server.getUserManager().setMessageDeliveryHandler(this::keep);
        this.port = server.getSmtp().getPort();
    }

    /**
     * Starts the server.
     *
     * @param port the port, or 0 for any free one
     * @param folder where the mails stay as .eml files; null to keep them in memory
     */
    public static MailInbox start(int port, @Nullable Path folder) {
        try {
            return new MailInbox(new MailStore(folder, Clock.systemUTC()), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** All mails, newest first. */
    public List<ReceivedMail> mails() {
        return store.all();
    }

    public void clear() {
        try {
            store.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inbox over HTTP: JSON, a page in a browser, and {@code DELETE} to empty it. */
    public HttpHandler page() {
        return new MailHandler(store);
    }

    /** The settings with which the application reaches it. */
    public Map<String, String> settings() {
        return Map.of("SMTP_SERVER", HOST, "SMTP_PORT", Integer.toString(port()), "SMTP_TLS", "false");
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Called once for each recipient; the first call keeps the mail, for all of them. */
    private GreenMailUser keep(MovingMessage moving, MailAddress recipient) throws MessagingException {
        if (recipient.equals(moving.getToAddresses().iterator().next())) {
            MimeMessage message = moving.getMessage();
            message.setHeader(
                    ReceivedMail.ENVELOPE,
                    moving.getToAddresses().stream().map(MailAddress::getEmail).collect(Collectors.joining(", ")));
            try {
                store.add(message);
            } catch (IOException e) {
                throw new MessagingException("The mail can't be kept", e);
            }
        }
        return NOBODY;
    }
}
