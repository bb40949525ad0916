package com.operatoros.payments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of clients all over the world (rule T4). */
class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "info@müller-bau.example, info@xn--mller-bau-q9a.example",
        "info@MÜLLER-BAU.example, info@xn--mller-bau-q9a.example",
        "info@xn--mller-bau-q9a.example, info@xn--mller-bau-q9a.example",
        "o'neil+bills@example.com, o'neil+bills@example.com",
        "contact@société.example, contact@xn--socit-esab.example",
        "info@例え.example, info@xn--r8jz45g.example",
        "Plain@Example.com, Plain@Example.com"
    })
    void a_domain_of_any_alphabet_is_sent_in_plain_letters(String typed, String wire) {
        assertEquals(Optional.of(new EmailAddress(wire)), EmailAddress.parse(typed));
        assertEquals(wire, EmailAddress.wire(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@stra\u00dfe.example",
                "info@a\u200db.example",
                "info@m\u00fcller",
                "info@-m\u00fcller.example",
                "info@m\u00fcl ler.example",
                "info@m\u00fcller..example",
                "@m\u00fcller.example",
                "info@m\u00fc_ller.example"
            })
    void what_no_mail_can_go_to_for_sure_is_no_address(String typed) {
        assertEquals(Optional.empty(), EmailAddress.parse(typed));
        assertEquals(typed, EmailAddress.wire(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m\u00fcller@example.com", "\u4f8b@m\u00fcller.example"})
    void foreign_letters_before_the_at_are_told_from_other_mistakes(String typed) {
        assertEquals(Optional.empty(), EmailAddress.parse(typed));
        assertTrue(EmailAddress.isOnlyLocalPartForeign(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m\u00fcller@", "m\u00fcller", "info@m\u00fcller.example", "a b@example.com"})
    void other_mistakes_are_not_blamed_on_letters(String typed) {
        assertEquals(false, EmailAddress.isOnlyLocalPartForeign(typed));
    }
}
