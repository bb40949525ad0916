package com.operatoros.payments.sandbox.stripe.checkout;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.operatoros.payments.sandbox.stripe.store.Shape;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** A card with a correct number; what Stripe's test cards do is {@link Decline}'s. */
public record Card(String number, YearMonth expires, String cvc) implements Instrument {

    private static final Set<String> ASKING =
            Set.of("4000002500003155", "4000002760003184", "4000008400001629", "4000008260003178");

    /** Whether these digits can be a card's number: their length, and Luhn's sum. */
    public static boolean isNumber(String digits) {
        if (!digits.matches("\\d{13,19}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    /** How many digits the security code of a card of this number has. */
    public static int cvcDigits(String number) {
        return CardBrand.of(number).cvcDigits();
    }

    @Override
    public Optional<Decline> decline() {
        return Decline.of(number);
    }

    @Override
    public boolean asksPayer() {
        return ASKING.contains(number);
    }

    @Override
    public String type() {
        return "card";
    }

    @Override
    public JsonObject methodDetails() {
        JsonObject card = details("payment_method.card");
        card.addProperty("display_brand", brand());
        JsonArray networks = new JsonArray();
        networks.add(brand());
        card.getAsJsonObject("networks").add("available", networks);
        return card;
    }

    @Override
    public JsonObject chargeDetails(long amount) {
        JsonObject card = details("charge.card");
        card.addProperty("network", brand());
        card.addProperty("amount_authorized", amount);
        card.getAsJsonObject("overcapture").addProperty("maximum_amount_capturable", amount);
        return card;
    }

    private JsonObject details(String shape) {
        JsonObject card = Shape.part(shape);
        card.addProperty("brand", brand());
        card.addProperty("last4", number.substring(number.length() - 4));
        card.addProperty("exp_month", expires.getMonthValue());
        card.addProperty("exp_year", expires.getYear());
        card.addProperty("fingerprint", Instrument.fingerprint(number));
        card.getAsJsonObject("checks").addProperty("cvc_check", cvcCheck());
        return card;
    }

    private String brand() {
        return CardBrand.of(number).label();
    }

    private String cvcCheck() {
        return decline().filter(Decline.INCORRECT_CVC::equals).isPresent() ? "fail" : "pass";
    }
}
