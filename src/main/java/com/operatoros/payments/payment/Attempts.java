package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** What the attempts of one payment come to, whatever the order in which they became known (rule P2). */
record Attempts(Collection<PaymentAttempt> all, Money asked) {

    private static final Comparator<PaymentAttempt> BY_TIME =
            Comparator.comparing(PaymentAttempt::reportedAt).thenComparing(PaymentAttempt::id);

    /** The status that follows from the attempts alone; nothing follows from none. */
    Optional<PaymentStatus> status() {
        if (paid().stream().anyMatch(attempt -> attempt.brings(asked))) {
            return Optional.of(PaymentStatus.PAID);
        }
        if (any(AttemptState.PROCESSING)) {
            return Optional.of(PaymentStatus.PROCESSING);
        }
        return any(AttemptState.FAILED) ? Optional.of(PaymentStatus.FAILED) : Optional.empty();
    }

    /** The paid attempts, one for each intent: a charge and its intent are the same money. */
    List<PaymentAttempt> paid() {
        return List.copyOf(all.stream()
                .filter(attempt -> attempt.state() == AttemptState.PAID)
                .collect(Collectors.toMap(
                        PaymentAttempt::intentId, attempt -> attempt, BinaryOperator.minBy(BY_TIME), TreeMap::new))
                .values());
    }

    /** Whether this intent has brought money. */
    boolean hasPaid(String intentId) {
        return paid().stream().anyMatch(attempt -> attempt.intentId().equals(intentId));
    }

    /** What arrived in the currency that was asked for. */
    Money amountPaid() {
        long minor = paid().stream()
                .filter(attempt -> attempt.isIn(asked.currency().code()))
                .mapToLong(PaymentAttempt::amountMinor)
                .reduce(0, Math::addExact);
        return new Money(minor, asked.currency());
    }

    /** When the amount that was asked for was paid first. */
    Optional<Instant> paidAt() {
        return paid().stream()
                .filter(attempt -> attempt.brings(asked))
                .map(PaymentAttempt::reportedAt)
                .min(Comparator.naturalOrder());
    }

    /** The latest reason of a failure. */
    Optional<Failure> failure() {
        return all.stream()
                .filter(attempt -> attempt.state() == AttemptState.FAILED && attempt.failure() != null)
                .max(BY_TIME)
                .map(PaymentAttempt::failure);
    }

    private boolean any(AttemptState state) {
        return all.stream().anyMatch(attempt -> attempt.state() == state);
    }
}
