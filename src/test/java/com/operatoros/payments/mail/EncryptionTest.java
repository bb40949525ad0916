package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SMTP_TLS and SMTP_PORT mean together. */
class EncryptionTest {

    @ParameterizedTest
    @CsvSource({
        "true, 587, STARTTLS",
        "STARTTLS, , STARTTLS",
        "ssl, 2465, IMPLICIT",
        "true, 465, IMPLICIT",
        "'', 465, IMPLICIT",
        "'', , NONE",
        "false, 2525, NONE",
        "none, , NONE"
    })
    void the_word_and_the_port_decide(String word, Integer port, Encryption expected) {
        assertEquals(expected, Encryption.of(word, port));
    }

    @Test
    void another_word_means_nothing() {
        assertEquals(Optional.empty(), Encryption.find("perhaps"));
    }
}
