package com.operatoros.payments.business;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each message has one sender (rule B2). */
class InvoiceMailerTest {

    @ParameterizedTest
    @CsvSource({
        "AUTO, true, false, true",
        "AUTO, false, true, true",
        "OWN, true, true, false",
        "OWN, false, true, false",
        "STRIPE, true, false, true",
        "STRIPE, false, false, true"
    })
    void the_setting_and_the_mode_decide_who_mails(
            InvoiceMailer mailer, boolean live, boolean isOurs, boolean asksStripe) {
        assertEquals(isOurs, mailer.isOurs(live));
        assertEquals(asksStripe, mailer.asksStripe());
    }
}
