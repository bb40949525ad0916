package com.operatoros.payments.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the settings, about outgoing mail; the login itself is the container's.
 *
 * @param server null when no mail is to be sent
 * @param sender the plain address that mails come from
 * @param hasLogin whether the server wants a name and a password
 * @param admins who is told what happens
 */
public record MailSettings(
        @Nullable String server,
        int port,
        Encryption encryption,
        boolean hasLogin,
        @Nullable String sender,
        List<String> admins) {

    /** Whether mail can be sent at all. */
    public boolean isConfigured() {
        return server != null && sender != null;
    }

    /** The domain in whose name mails are sent. */
    String domain() {
        return sender == null ? "localhost" : sender.substring(sender.indexOf('@') + 1);
    }
}
