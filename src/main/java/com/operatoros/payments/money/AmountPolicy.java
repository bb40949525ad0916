package com.operatoros.payments.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides whether an entered amount can be billed (rules M1 to M3). */
public final class AmountPolicy {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{1,20}([.][0-9]{1,20})?");

    private AmountPolicy() {}

    /** Reads digits with at most one decimal point; no sign, space, grouping or exponent is guessed at. */
    public static Optional<BigDecimal> parse(String text) {
        return PLAIN_NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Says what is wrong with an amount to be billed, in major units, if anything. */
    public static Optional<AmountProblem> findProblem(BigDecimal major, Currency currency) {
        return findProblemOfPart(major, currency).or(() -> findMinimumProblem(Money.ofMajor(major, currency)));
    }

    /** Says what is wrong with a part of a billed amount, in major units, if anything: it may be as small as it likes. */
    public static Optional<AmountProblem> findProblemOfPart(BigDecimal major, Currency currency) {
        BigDecimal maximum = new Money(currency.maximum(), currency).major();
        if (major.signum() <= 0) {
            return Optional.of(AmountProblem.NOT_POSITIVE);
        }
        // Compared before anything is scaled: a number such as 1e999999999 must not be written out.
        if (major.compareTo(maximum) > 0) {
            return Optional.of(AmountProblem.ABOVE_MAXIMUM);
        }
        if (major.stripTrailingZeros().scale() > currency.decimals()) {
            return Optional.of(AmountProblem.TOO_MANY_DECIMALS);
        }
        return Money.ofMajor(major, currency).minor() % currency.step() == 0
                ? Optional.empty()
                : Optional.of(AmountProblem.NOT_A_STEP);
    }

    /** Whether a part leaves something of the whole, but less than can be billed. */
    public static boolean leavesTooLittle(Money part, Money whole) {
        long rest = whole.minor() - part.minor();
        return rest > 0 && rest < whole.currency().minimum();
    }

    private static Optional<AmountProblem> findMinimumProblem(Money amount) {
        return amount.minor() < amount.currency().minimum()
                ? Optional.of(AmountProblem.BELOW_MINIMUM)
                : Optional.empty();
    }
}
