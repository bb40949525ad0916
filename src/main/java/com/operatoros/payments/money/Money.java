package com.operatoros.payments.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;

/** An amount in minor units with its currency: {@code 150000 USD} is $1,500.00. */
public record Money(long minor, Currency currency) implements Serializable {

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

    /** The same as an amount of any currency. */
    public Amount amount() {
        return new Amount(minor, currency.code());
    }

    /** The amount as people of a place write it: {@code $1,500.00}. */
    public String format(Locale locale) {
        return amount().format(locale);
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency;
    }
}
