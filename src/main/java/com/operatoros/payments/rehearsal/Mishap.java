package com.operatoros.payments.rehearsal;

import com.operatoros.payments.text.Words;

/** Something in a scene was not as it should be. */
final class Mishap extends Exception {

    private final transient Words words;

    Mishap(String key, Object... values) {
        super(key);
        words = Words.of("rehearsal.mishap." + key, values);
    }

    /** What was not as it should be. */
    Words words() {
        return words;
    }
}
