package com.operatoros.payments.report;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Duration;
import java.util.Optional;

/**
 * A figure of a report: how many there are, and what they come to.
 *
 * @param waited how long the clients took to pay, all together
 */
public record Figure(long count, Money sum, Duration waited) {

    static Figure none(Currency currency) {
        return new Figure(0, Money.zero(currency), Duration.ZERO);
    }

    /** Whether there is nothing to tell; money can be there without a payment that it has paid. */
    public boolean isNothing() {
        return count == 0 && sum.minor() == 0;
    }

    /** How long a client took to pay; nothing where nobody has paid. */
    public Optional<Duration> average() {
        return count <= 0 ? Optional.empty() : Optional.of(waited.dividedBy(count));
    }

    Figure plus(Figure other) {
        return new Figure(count + other.count, sum.plus(other.sum), waited.plus(other.waited));
    }
}
