package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.outbox.Handover;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Messages;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What trouble with the mail server means (rule I2). */
class MailFailuresTest {

    @Test
    void an_address_that_the_server_does_not_know_is_refused_with_the_servers_words() {
        MessagingException trouble =
                new SendFailedException("Invalid Addresses", new SendFailedException("550 5.1.1 No\r\nsuch\tuser\n"));

        Handover end = MailFailures.judge(trouble, false);

        assertEquals(Handover.refused(Message.quote("550 5.1.1 No such user")), end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 greylisted", "452 too many recipients", "530 log in first", "535 wrong password"})
    void what_may_pass_or_is_a_matter_of_settings_is_tried_again(String answer) {
        MessagingException trouble = new SendFailedException("Invalid Addresses", new SendFailedException(answer));

        Handover end = MailFailures.judge(trouble, false);

        assertEquals(Handover.later(Message.quote(answer)), end);
    }

    @Test
    void a_wrong_password_is_tried_again() {
        Handover end = MailFailures.judge(new AuthenticationFailedException("535 5.7.8 no"), false);

        assertEquals("The mail server refuses the login: 535 5.7.8 no", later(end));
    }

    @Test
    void a_server_that_refuses_the_connection_is_named_by_its_deepest_cause() {
        MessagingException trouble =
                new MessagingException("Couldn't connect using X", new ConnectException("Connection refused"));

        Handover end = MailFailures.judge(trouble, false);

        assertEquals("The mail server cannot be reached: Connection refused", later(end));
    }

    @Test
    void an_unknown_server_and_a_silent_one_are_told_apart() {
        MessagingException unknown = new MessagingException("x", new UnknownHostException("smtp.example"));
        MessagingException silent = new MessagingException("x", new SocketTimeoutException("Read timed out"));

        assertEquals("The mail server smtp.example is not known.", words(MailFailures.describe(unknown, false)));
        assertEquals("The mail server does not answer in time.", words(MailFailures.describe(silent, false)));
        assertEquals("The mail server took too long.", words(MailFailures.describe(silent, true)));
    }

    @Test
    void endless_words_are_cut() {
        MessagingException trouble = new SendFailedException("550 " + "😀".repeat(5_000));

        Handover end = MailFailures.judge(trouble, false);

        assertEquals(Handover.Kind.REFUSED, end.kind());
        assertTrue(words(end.reason()).length() < 1_000);
    }

    private static String later(Handover end) {
        assertEquals(Handover.Kind.LATER, end.kind());
        return words(end.reason());
    }

    private static String words(@Nullable Message message) {
        return Objects.requireNonNull(message).in(Messages.english());
    }
}
