package com.operatoros.payments.setup;

import com.operatoros.payments.business.InvoiceMailer;
import com.operatoros.payments.mail.Encryption;
import com.operatoros.payments.text.EmailAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides with which settings of mail the module must not start (rule U2). */
final class MailSettingsPolicy {

    /** The domain may be one without a dot, as that of a machine. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\",;]+@[A-Za-z0-9.-]*[A-Za-z0-9]");

    private static final int HIGHEST_PORT = 65_535;

    private MailSettingsPolicy() {}

    static List<String> findProblems(Function<String, Optional<String>> settings) {
        return Stream.of(
                        check(settings, "SMTP_PORT", MailSettingsPolicy::isPort, "is not a port from 1 to 65535."),
                        check(
                                settings,
                                "SMTP_TLS",
                                word -> Encryption.find(word).isPresent(),
                                "must be starttls (or true), ssl, or none (or false)."),
                        check(
                                settings,
                                "FROM_EMAIL",
                                MailSettingsPolicy::isAddress,
                                "is not a plain e-mail address, such as billing@example.com."),
                        check(
                                settings,
                                "ADMIN_EMAILS",
                                MailSettingsPolicy::areAddresses,
                                "is not a list of plain e-mail addresses, separated by commas."),
                        check(
                                settings,
                                "INVOICE_EMAIL",
                                word -> InvoiceMailer.find(word).isPresent(),
                                "must be auto, own or stripe."))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> check(
            Function<String, Optional<String>> settings, String name, Predicate<String> isRight, String problem) {
        return settings.apply(name).filter(isRight.negate()).map(wrong -> name + " " + problem);
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST_PORT;
    }

    private static boolean areAddresses(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .allMatch(MailSettingsPolicy::isAddress);
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(EmailAddress.wire(text)).matches();
    }
}
