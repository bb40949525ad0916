package com.operatoros.payments.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount in minor units of any currency, which need not be one that we bill in: what the gateway tells of.
 *
 * <p>A currency that is not one of ours has two decimals: Stripe's lists of currencies with none or three stand in
 * {@link Currency} as a whole.
 *
 * @param currency the ISO 4217 code in lower case
 */
public record Amount(long minor, String currency) implements Serializable {
    /** A code in front of the digits gets a space, which not every version of the JDK puts there. */
    private static final Pattern CODE_BEFORE_DIGIT = Pattern.compile("([A-Z]{3})[\\s\\u00a0]*(?=[0-9])");

    private static final int USUAL_DECIMALS = 2;

    /** Whether it is of this currency. */
    public boolean isIn(Currency other) {
        return currency.equals(other.code());
    }

    /** Whether it is of the same currency. */
    public boolean isLike(Amount other) {
        return currency.equals(other.currency);
    }

    /** As money of a currency that we bill in. */
    public Optional<Money> money() {
        return Currency.find(currency).map(known -> new Money(minor, known));
    }

    /** The sum with an amount of the same currency. */
    public Amount plus(Amount other) {
        if (!isLike(other)) {
            throw new IllegalArgumentException("Cannot add " + other.currency + " to " + currency);
        }
        return new Amount(Math.addExact(minor, other.minor), currency);
    }

    /** The larger one of two of the same currency. */
    public Amount max(Amount other) {
        if (!isLike(other)) {
            throw new IllegalArgumentException("Cannot compare " + other.currency + " with " + currency);
        }
        return other.minor > minor ? other : this;
    }

    /** The amount in major units, with all decimals of the currency: {@code 1500.00}. */
    public BigDecimal major() {
        return BigDecimal.valueOf(
                minor, Currency.find(currency).map(Currency::decimals).orElse(USUAL_DECIMALS));
    }

    /** The amount as people of a place write it: {@code $1,500.00}; a code that nobody knows stands in front as it is. */
    public String format(Locale locale) {
        int decimals = Currency.find(currency).map(Currency::writtenDecimals).orElse(USUAL_DECIMALS);
        String code = currency.toUpperCase(Locale.ROOT);
        Optional<java.util.Currency> known = findKnown(code);
        NumberFormat format =
                known.isPresent() ? NumberFormat.getCurrencyInstance(locale) : NumberFormat.getNumberInstance(locale);
        known.ifPresent(format::setCurrency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String digits = format.format(major());
        return known.isPresent() ? CODE_BEFORE_DIGIT.matcher(digits).replaceAll("$1\u00a0") : code + "\u00a0" + digits;
    }

    private static Optional<java.util.Currency> findKnown(String code) {
        try {
            // The code for "no currency" has no decimals, and no sign that anybody could read.
            return Optional.of(java.util.Currency.getInstance(code))
                    .filter(known -> known.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return major().toPlainString() + " " + currency.toUpperCase(Locale.ROOT);
    }
}
