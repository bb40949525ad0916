package com.operatoros.payments.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.payment.Attention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The texts that the bundle must have (rules T1 and T2). */
class MessagesTest {

    private final Messages texts = Messages.english();

    @ParameterizedTest
    @EnumSource
    void each_state_of_an_attempt_has_its_lines_of_history(AttemptState state) {
        for (String situation : new String[] {"moved", "reported", "late", "known"}) {
            assertFalse(
                    texts.get("history." + situation + "." + state.code(), "x").isBlank());
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_reason_for_attention_has_its_texts(Attention attention) {
        assertFalse(texts.get("history.attention." + attention.code(), "x").isBlank());
        assertFalse(texts.get("notice." + attention.code() + ".title").isBlank());
    }

    @Test
    void a_known_decline_code_is_told_in_our_words() {
        Failure failure = new Failure("insufficient_funds", "Your card has insufficient funds.");

        assertEquals(
                "There is not enough money in the account for this amount.",
                texts.reason(failure.code(), failure.message()));
    }

    @Test
    void values_are_put_in_literally() {
        String text =
                FieldError.of("description", "field.too_long", 500).message().in(texts);

        assertEquals("At most 500 characters, please.", text);
        assertEquals("Stripe refused: {0} it's", texts.get("history.refused", "{0} it's"));
    }
}
