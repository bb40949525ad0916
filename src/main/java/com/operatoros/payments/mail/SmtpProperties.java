package com.operatoros.payments.mail;

import java.util.Properties;

/** The properties of one connection to the mail server. */
final class SmtpProperties {

    private SmtpProperties() {}

    /** Those of the container's session, with what the settings and this connection add. */
    static Properties complete(Properties container, MailSettings settings, TimedSockets sockets) {
        Properties properties = new Properties();
        properties.putAll(container);
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.ssl.socketFactory", sockets);
        // Otherwise it tries again without our socket.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.encryption() == Encryption.IMPLICIT));
        String starts = Boolean.toString(settings.encryption() == Encryption.STARTTLS);
        properties.put("mail.smtp.starttls.enable", starts);
        properties.put("mail.smtp.starttls.required", starts);
        properties.put("mail.smtp.auth", Boolean.toString(settings.hasLogin()));
        // The container sets an empty one, with which a log-in would be tried.
        properties.remove("mail.user");
        // The name with which we greet; asking the system for its own may take seconds.
        properties.put("mail.smtp.localhost", settings.domain());
        return properties;
    }
}
