package com.operatoros.payments.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** An amount in minor units with its currency: {@code 150000 USD} is $1,500.00. */
public record Money(long minor, Currency currency) implements Serializable {

    /** A code in front of the digits gets a space, which not every version of the JDK puts there. */
    private static final Pattern CODE_BEFORE_DIGIT = Pattern.compile("([A-Z]{3})[\\s\\u00a0]*(?=[0-9])");

    /**
     * Takes an amount in major units exactly.
     *
     * @throws ArithmeticException when the amount has more decimals than the currency, or is too large for a long
     */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        return new Money(major.movePointRight(currency.decimals()).longValueExact(), currency);
    }

    /** No money of this currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The amount in major units, with all decimals of the currency: {@code 1500.00}. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.decimals());
    }

    /** The sum with an amount of the same currency. */
    public Money plus(Money other) {
        if (currency != other.currency) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(minor, other.minor), currency);
    }

    /** The amount as people of a place write it: {@code $1,500.00}. */
    public String format(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(java.util.Currency.getInstance(currency.name()));
        format.setMinimumFractionDigits(currency.writtenDecimals());
        format.setMaximumFractionDigits(currency.writtenDecimals());
        return CODE_BEFORE_DIGIT.matcher(format.format(major())).replaceAll("$1\u00a0");
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency;
    }
}
