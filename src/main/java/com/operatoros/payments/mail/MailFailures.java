package com.operatoros.payments.mail;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.text.Message;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Decides whether trouble with a mail may pass (rule I2), and puts it into words; it knows only the standard's own types. */
final class MailFailures {

    /** The mail server's answers are the messages of the exceptions. */
    private static final Pattern ANSWER = Pattern.compile("(?s)[245]\\d\\d[ -].*|[245]\\d\\d");

    /** They speak of the login and the encryption, not of the mail. */
    private static final Set<String> OF_THE_SESSION = Set.of("521", "530", "534", "535", "538");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final int LIMIT = 300;
    private static final int DEPTH = 20;

    private MailFailures() {}

    /**
     * What an exception means for the mail.
     *
     * @param isCut whether the time limit of the whole sending has ended it
     */
    static Handover judge(MessagingException trouble, boolean isCut) {
        Optional<String> answer = answer(trouble);
        boolean isFinal = trouble instanceof SendFailedException
                && answer.filter(MailFailures::isRefusal).isPresent();
        return isFinal
                ? Handover.refused(Message.quote(clean(answer.orElseThrow())))
                : Handover.later(describe(trouble, isCut));
    }

    private static boolean isRefusal(String answer) {
        return answer.startsWith("5") && !OF_THE_SESSION.contains(answer.substring(0, 3));
    }

    /** The trouble in words for the admin. */
    static Message describe(MessagingException trouble, boolean isCut) {
        if (isCut) {
            return words("slow", "");
        }
        if (trouble instanceof AuthenticationFailedException) {
            return words("login", clean(trouble.getMessage()));
        }
        if (answer(trouble).isPresent()) {
            return Message.quote(clean(answer(trouble).get()));
        }
        List<Throwable> causes = causes(trouble);
        Throwable root = causes.get(causes.size() - 1);
        boolean isOfEncryption = causes.stream().anyMatch(SSLException.class::isInstance);
        return words(isOfEncryption ? "encryption" : key(root), clean(root.getMessage()));
    }

    private static String key(Throwable root) {
        if (root instanceof UnknownHostException) {
            return "unknown_host";
        }
        if (root instanceof ConnectException) {
            return "unreachable";
        }
        return root instanceof SocketTimeoutException ? "timeout" : "other";
    }

    private static Message words(String key, String detail) {
        return Message.of("mail.trouble." + key, detail);
    }

    private static Optional<String> answer(MessagingException trouble) {
        return causes(trouble).stream()
                .map(cause -> String.valueOf(cause.getMessage()).strip())
                .filter(ANSWER.asMatchPredicate())
                .findFirst();
    }

    private static List<Throwable> causes(Throwable trouble) {
        List<Throwable> all = new ArrayList<>();
        for (Throwable each = trouble; each != null && all.size() < DEPTH; each = each.getCause()) {
            all.add(each);
        }
        return all;
    }

    private static String clean(@Nullable String text) {
        String line = UNPRINTABLE.matcher(String.valueOf(text)).replaceAll(" ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= LIMIT ? line : line.substring(0, line.offsetByCodePoints(0, LIMIT)) + "…";
    }
}
