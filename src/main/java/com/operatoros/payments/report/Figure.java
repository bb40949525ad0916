package com.operatoros.payments.report;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * How many there are, and what they come to.
 *
 * @param waited how long the clients took to pay, all together
 */
public record Figure(long count, Money sum, Duration waited) {

    static Figure none(Currency currency) {
        return new Figure(0, Money.zero(currency), Duration.ZERO);
    }

    /** How long a client took to pay; nothing where nobody has paid. */
    public Optional<Duration> average() {
        return count <= 0 || waited.isZero() ? Optional.empty() : Optional.of(waited.dividedBy(count));
    }

    Figure plus(Figure other) {
        return new Figure(count + other.count, sum.plus(other.sum), waited.plus(other.waited));
    }
}
