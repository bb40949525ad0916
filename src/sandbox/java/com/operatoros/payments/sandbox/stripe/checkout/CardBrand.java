package com.operatoros.payments.sandbox.stripe.checkout;

import java.util.Arrays;
import java.util.Locale;

/** The brand of a card, told by the first digits of its number. */
enum CardBrand {
    VISA("4.*", 3),
    MASTERCARD("(5[1-5]|2[2-7]).*", 3),
    AMEX("3[47].*", 4),
    DINERS("3[068].*", 3),
    JCB("35.*", 3),
    DISCOVER("(6011|64|65).*", 3),
    UNIONPAY("62.*", 3),
    UNKNOWN(".*", 3);

    private final String numbers;
    private final int cvcDigits;

    CardBrand(String numbers, int cvcDigits) {
        this.numbers = numbers;
        this.cvcDigits = cvcDigits;
    }

    static CardBrand of(String number) {
        return Arrays.stream(values())
                .filter(brand -> number.matches(brand.numbers))
                .findFirst()
                .orElse(UNKNOWN);
    }

    int cvcDigits() {
        return cvcDigits;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
