package com.operatoros.payments.stripe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StripeTextTest {

    @Test
    void a_text_within_the_limit_stays_as_it_is() {
        assertEquals("abc", StripeText.cut("abc", 3));
    }

    @Test
    void a_longer_text_is_cut() {
        assertEquals("abc", StripeText.cut("abcd", 3));
    }

    @Test
    void no_character_is_torn_apart() {
        assertEquals("ab", StripeText.cut("ab😀", 3));
        assertEquals("ab😀", StripeText.cut("ab😀c", 4));
    }
}
