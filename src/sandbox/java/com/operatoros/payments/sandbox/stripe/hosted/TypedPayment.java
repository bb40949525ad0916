package com.operatoros.payments.sandbox.stripe.hosted;

import com.operatoros.payments.sandbox.stripe.api.Form;
import com.operatoros.payments.sandbox.stripe.checkout.Card;
import com.operatoros.payments.sandbox.stripe.checkout.Decline;
import com.operatoros.payments.sandbox.stripe.checkout.Iban;
import com.operatoros.payments.sandbox.stripe.checkout.Instrument;
import com.operatoros.payments.sandbox.stripe.checkout.Payer;
import com.operatoros.payments.sandbox.stripe.checkout.Transfer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a payer typed into the form, and what is wrong with it. */
record TypedPayment(String method, String email, String number, String expiry, String cvc, String name, String iban) {

    static final TypedPayment EMPTY = new TypedPayment("card", "", "", "", "", "", "");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*[/.-]?\\s*(20)?(\\d{2})");

    static TypedPayment of(Form form) {
        return new TypedPayment(
                form.text("paymentMethod").orElse("card"),
                typed(form, "email"),
                typed(form, "cardNumber").replaceAll("[\\s-]", ""),
                typed(form, "cardExpiry"),
                typed(form, "cardCvc"),
                typed(form, "billingName"),
                Iban.normalized(typed(form, "iban")));
    }

    private static String typed(Form form, String name) {
        return form.text(name).orElse("").trim();
    }

    static TypedPayment withEmail(String email) {
        return new TypedPayment("card", email, "", "", "", "", "");
    }

    boolean isCard() {
        return method.equals("card");
    }

    private boolean isTransfer() {
        return method.equals("customer_balance");
    }

    Payer payer() {
        return Payer.guest(email, name);
    }

    /** What is wrong in this form, by the name of the input; empty when all is well. */
    Map<String, String> errors(PaymentForm form, YearMonth now) {
        return form.offers(this) ? errors(now) : Map.of("email", "This payment method is not offered.");
    }

    /** The reason of a decline, by the name of the input it concerns. */
    static Map<String, String> reason(Decline decline) {
        String field = switch (decline) {
            case EXPIRED_CARD -> "cardExpiry";
            case INCORRECT_CVC -> "cardCvc";
            default -> "cardNumber";
        };
        return Map.of(field, decline.message());
    }

    private Map<String, String> errors(YearMonth now) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!EMAIL.matcher(email).matches()) {
            errors.put("email", email.isEmpty() ? "Enter your email." : "Your email is invalid.");
        }
        if (isCard()) {
            addCardErrors(errors, now);
        } else if (!isTransfer() && !Iban.isNumber(iban)) {
            errors.put("iban", iban.isEmpty() ? "Enter your IBAN." : "The IBAN you entered is invalid.");
        }
        if (name.isEmpty()) {
            errors.put("billingName", "Enter the name.");
        }
        return errors;
    }

    private void addCardErrors(Map<String, String> errors, YearMonth now) {
        if (!Card.isNumber(number)) {
            errors.put("cardNumber", number.isEmpty() ? "Enter your card number." : "Your card number is invalid.");
        }
        Optional<YearMonth> expires = expires();
        if (expires.isEmpty()) {
            errors.put("cardExpiry", "Your card's expiration date is incomplete.");
        } else if (expires.get().isBefore(now)) {
            errors.put("cardExpiry", "Your card's expiration date is in the past.");
        }
        if (!cvc.matches("\\d{" + Card.cvcDigits(number) + "}")) {
            errors.put("cardCvc", "Your card's security code is incomplete.");
        }
    }

    private Optional<YearMonth> expires() {
        Matcher matcher = EXPIRY.matcher(expiry);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            int year = 2000 + Integer.parseInt(matcher.group(3));
            return Optional.of(YearMonth.of(year, Integer.parseInt(matcher.group(1))));
        } catch (DateTimeException noSuchMonth) {
            return Optional.empty();
        }
    }

    /** What to pay with, when nothing is wrong. */
    Instrument instrument() {
        if (isTransfer()) {
            return new Transfer();
        }
        return isCard() ? new Card(number, expires().orElseThrow(), cvc) : new Iban(iban);
    }
}
