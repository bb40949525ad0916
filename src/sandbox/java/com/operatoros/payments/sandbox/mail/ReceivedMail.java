package com.operatoros.payments.sandbox.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the inbox shows it; its fields are those of the JSON.
 *
 * @param to the plain addresses it was sent to, separated by a comma and a space
 * @param from the plain address of the sender
 */
public record ReceivedMail(
        @Nullable String messageId,
        String to,
        String from,
        String subject,
        @Nullable String text,
        @Nullable String html,
        Instant at) {

    /** Holds the addresses of the SMTP dialogue, which a hidden copy does not name in its own lines. */
    static final String ENVELOPE = "X-Envelope-To";

    static ReceivedMail of(MimeMessage message, Instant at) throws MessagingException, IOException {
        String subject = message.getSubject();
        return new ReceivedMail(
                message.getMessageID(),
                recipients(message),
                addresses(message.getFrom()).collect(Collectors.joining(", ")),
                subject == null ? "" : subject,
                content(message, "text/plain"),
                content(message, "text/html"),
                at);
    }

    private static String recipients(MimeMessage message) throws MessagingException {
        Stream<String> named = addresses(message.getAllRecipients());
        Stream<String> real = Stream.of(message.getHeader(ENVELOPE, ",").split(",", -1));
        return Stream.concat(named, real).map(String::strip).distinct().collect(Collectors.joining(", "));
    }

    private static Stream<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? Stream.empty()
                : Arrays.stream(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? String.valueOf(internet.getAddress())
                                : address.toString());
    }

    private static @Nullable String content(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent()).replace("\r\n", "\n");
        }
        return part.isMimeType("multipart/*") ? content((Multipart) part.getContent(), type) : null;
    }

    private static @Nullable String content(Multipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            String found = content(part, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
