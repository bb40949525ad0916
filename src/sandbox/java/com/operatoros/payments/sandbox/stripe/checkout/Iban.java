package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import java.math.BigInteger;
import java.util.Locale;
import java.util.stream.Collectors;

/** A bank account to debit by SEPA, which settles or fails days later. */
public record Iban(String number) implements Instrument {

    private static final String FAILS = "DE62370400440532013001";

    /** The number as banks write it: no spaces, upper case. */
    public static String normalized(String typed) {
        return typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a normalized number is one: its length, and its check digits. */
    public static boolean isNumber(String number) {
        if (!number.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        String rearranged = number.substring(4) + number.substring(0, 4);
        String digits = rearranged
                .chars()
                .map(letter -> Character.digit(letter, 36))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /** Whether the debit fails when nothing else is said, as it does for Stripe's failing test account. */
    static boolean failsByDefault(JsonObject charge) {
        return Instrument.fingerprint(FAILS)
                .equals(charge.getAsJsonObject("payment_method_details")
                        .getAsJsonObject("sepa_debit")
                        .get("fingerprint")
                        .getAsString());
    }

    @Override
    public String type() {
        return "sepa_debit";
    }

    @Override
    public JsonObject methodDetails() {
        return details("payment_method.sepa_debit");
    }

    @Override
    public JsonObject chargeDetails(long amount) {
        return details("charge.sepa_debit");
    }

    private JsonObject details(String shape) {
        JsonObject account = Shape.part(shape);
        account.addProperty("country", number.substring(0, 2));
        account.addProperty("bank_code", number.substring(4, Math.min(12, number.length())));
        account.addProperty("last4", number.substring(number.length() - 4));
        account.addProperty("fingerprint", Instrument.fingerprint(number));
        return account;
    }
}
