package com.operatoros.payments.sandbox.stripe.control;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.checkout.Card;
import com.operatoros.payments.sandbox.stripe.checkout.Iban;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.checkout.Payer;
import com.operatoros.payments.sandbox.stripe.checkout.Transfer;
import com.operatoros.payments.sandbox.stripe.store.Json;
import java.time.YearMonth;

/** Who is to pay, and with what, as the pay control is told. */
record Means(Instrument instrument, Payer payer) {

    static Means of(JsonObject input, YearMonth now) {
        Payer payer = Payer.guest(
                Json.text(input, "email").orElse("payer@example.com"),
                Json.text(input, "name").orElse("Test Payer"));
        return new Means(instrument(input, now), payer);
    }

    private static Instrument instrument(JsonObject input, YearMonth now) {
        if (Json.isTrue(input, "transfer")) {
            return new Transfer();
        }
        String number = Json.text(input, "iban")
                .or(() -> Json.text(input, "card"))
                .orElseThrow(() -> new BadInput("\"card\" or \"iban\" is missing"));
        String iban = Iban.normalized(number);
        if (Iban.isNumber(iban)) {
            return new Iban(iban);
        }
        String digits = number.replaceAll("[\\s-]", "");
        if (input.has("iban") || !Card.isNumber(digits)) {
            throw new BadInput("this is no valid card number or IBAN");
        }
        return new Card(digits, now.plusYears(3), "1234".substring(0, Card.cvcDigits(digits)));
    }
}
