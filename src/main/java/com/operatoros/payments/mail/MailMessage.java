package com.operatoros.payments.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.operatoros.payments.text.EmailAddress;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A letter as it goes over the line: text and HTML, under a Message-ID that never changes (rule I1). */
final class MailMessage extends MimeMessage {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final String stableId;
    private final Runnable whenWritten;

    /**
     * Who sends it.
     *
     * @param address the plain address
     * @param name empty when it is not set
     * @param replyTo where answers go, if that is another address
     */
    record Sender(String address, String name, @Nullable String replyTo) {}

    /**
     * Takes a letter.
     *
     * @param whenWritten called when the last byte has been written
     */
    MailMessage(Session session, Letter letter, Runnable whenWritten) {
        super(session);
        this.stableId = letter.messageId();
        this.whenWritten = whenWritten;
    }

    static MailMessage of(Session session, Letter letter, Sender sender, Instant now, Runnable whenWritten)
            throws MessagingException {
        MailMessage message = new MailMessage(session, letter, whenWritten);
        message.setFrom(address(sender.address(), sender.name()));
        if (sender.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(sender.replyTo(), "")});
        }
        message.setRecipient(Message.RecipientType.TO, address(letter.recipient(), ""));
        message.setSubject(oneLine(letter.text().subject()), UTF_8.name());
        message.setSentDate(Date.from(now));
        // Neither an answering machine nor a mailing list should answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(letter.text()));
        message.saveChanges();
        return message;
    }

    private static Multipart content(MailText text) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(part(MailLayout.text(text), "plain"));
        alternatives.addBodyPart(part(MailLayout.html(text), "html"));
        return alternatives;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replace("\n", "\r\n"), UTF_8.name(), type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        // Addresses were checked when they were entered; a second, other opinion could only keep a mail back.
        InternetAddress result = new InternetAddress();
        result.setAddress(oneLine(EmailAddress.wire(address)));
        try {
            result.setPersonal(name.isEmpty() ? null : oneLine(name), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8", e);
        }
        return result;
    }

    /** A line break would begin another header. */
    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ");
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", stableId);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        whenWritten.run();
    }
}
