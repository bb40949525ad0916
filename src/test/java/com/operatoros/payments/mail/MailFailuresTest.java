package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What trouble with the mail server means (rule M4). */
class MailFailuresTest {

    @Test
    void an_address_that_the_server_does_not_know_is_refused_with_the_servers_words() {
        MessagingException trouble =
                new SendFailedException("Invalid Addresses", new SendFailedException("550 5.1.1 No\r\nsuch\tuser\n"));

        Delivery delivery = MailFailures.judge(trouble, false);

        assertEquals(new Delivery.Refused("550 5.1.1 No such user"), delivery);
    }

    @ParameterizedTest
    @ValueSource(strings = {"450 greylisted", "452 too many recipients", "530 log in first", "535 wrong password"})
    void what_may_pass_or_is_a_matter_of_settings_is_tried_again(String answer) {
        MessagingException trouble = new SendFailedException("Invalid Addresses", new SendFailedException(answer));

        Delivery delivery = MailFailures.judge(trouble, false);

        assertEquals(new Delivery.Later(answer), delivery);
    }

    @Test
    void a_wrong_password_is_tried_again() {
        Delivery delivery = MailFailures.judge(new AuthenticationFailedException("535 5.7.8 no"), false);

        assertEquals(new Delivery.Later("The mail server refuses the login: 535 5.7.8 no"), delivery);
    }

    @Test
    void a_server_that_refuses_the_connection_is_named_by_its_deepest_cause() {
        MessagingException trouble =
                new MessagingException("Couldn't connect using X", new ConnectException("Connection refused"));

        Delivery delivery = MailFailures.judge(trouble, false);

        assertEquals(new Delivery.Later("The mail server cannot be reached: Connection refused"), delivery);
    }

    @Test
    void an_unknown_server_and_a_silent_one_are_told_apart() {
        MessagingException unknown = new MessagingException("x", new UnknownHostException("smtp.example"));
        MessagingException silent = new MessagingException("x", new SocketTimeoutException("Read timed out"));

        assertEquals("The mail server smtp.example is not known.", MailFailures.describe(unknown, false));
        assertEquals("The mail server does not answer in time.", MailFailures.describe(silent, false));
        assertEquals("The mail server took too long.", MailFailures.describe(silent, true));
    }

    @Test
    void endless_words_are_cut() {
        MessagingException trouble = new SendFailedException("550 " + "😀".repeat(5_000));

        Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, MailFailures.judge(trouble, false));

        assertTrue(refused.reason().length() < 1_000);
    }
}
