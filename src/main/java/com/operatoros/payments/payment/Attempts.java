package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view of all attempts of one payment that tells what they come to, whatever the order in which they became known
 * (rule P2). Long since all that follows from attempts is decided here, by one account of what is the same money.
 */
record Attempts(PaymentType type, Collection<PaymentAttempt> all, Money asked) {

    private static final Comparator<PaymentAttempt> BY_TIME =
            Comparator.comparing(PaymentAttempt::reportedAt).thenComparing(PaymentAttempt::id);

    /** The larger figure of one and the same money first. */
    private static final Comparator<PaymentAttempt> BY_MONEY = Comparator.comparing(
                    (PaymentAttempt attempt) -> attempt.amount().minor())
            .reversed()
            .thenComparing(BY_TIME);

    /** The status that follows from the attempts alone; nothing follows from none. */
    Optional<PaymentStatus> status() {
        if (settledAt().isPresent()) {
            return Optional.of(PaymentStatus.PAID);
        }
        if (all.stream().anyMatch(this::isOnItsWay)) {
            return Optional.of(PaymentStatus.PROCESSING);
        }
        return any(AttemptState.FAILED) ? Optional.of(PaymentStatus.FAILED) : Optional.empty();
    }

    /** What was told of the intent itself is over when one of its charges is told to have ended. */
    private boolean isOnItsWay(PaymentAttempt attempt) {
        boolean isOfIntent = attempt.id().equals(attempt.intentId().value());
        return attempt.state() == AttemptState.PROCESSING
                && !(isOfIntent
                        && all.stream()
                                .anyMatch(other -> other.state() != AttemptState.PROCESSING
                                        && other.intentId().equals(attempt.intentId())));
    }

    /** The paid attempts, one for each intent: a charge, its session and its intent are the same money. */
    List<PaymentAttempt> paid() {
        return List.copyOf(paidAttempts()
                .filter(attempt -> !attempt.isWhole())
                .collect(Collectors.toMap(
                        attempt -> attempt.intentId().value(),
                        attempt -> attempt,
                        BinaryOperator.minBy(BY_MONEY),
                        TreeMap::new))
                .values());
    }

    /** The money that the gateway holds and can give back, the latest first. */
    List<PaymentAttempt> refundable() {
        return paid().stream()
                .filter(attempt -> attempt.amount().isIn(asked.currency()))
                .filter(attempt -> !attempt.isOutside())
                .sorted(BY_TIME.reversed())
                .toList();
    }

    /**
     * What arrived, one amount for each currency, by their codes. An invoice that says that it is paid as a whole speaks of the money of its intents, and of
     * what was paid outside of the gateway: the larger of the two figures counts.
     */
    List<Amount> money() {
        Map<String, Amount> money = sums(paid().stream());
        sums(wholes()).forEach((currency, whole) -> money.merge(currency, whole, Amount::max));
        return List.copyOf(money.values());
    }

    /** What arrived in the currency that was asked for. */
    Money amountPaid() {
        return money().stream()
                .filter(amount -> amount.isIn(asked.currency()))
                .findFirst()
                .map(amount -> new Money(amount.minor(), asked.currency()))
                .orElseGet(() -> Money.zero(asked.currency()));
    }

    /** Whether money arrived in another currency, or in another amount than its payment was to bring. */
    boolean differ() {
        boolean isForeign = money().stream().anyMatch(amount -> !amount.isIn(asked.currency()));
        boolean isOdd = type == PaymentType.LINK
                ? paid().stream().anyMatch(attempt -> !attempt.brings(asked))
                : settledAt().isEmpty() && !money().isEmpty() || wholes().anyMatch(whole -> !whole.brings(asked));
        return isForeign || isOdd;
    }

    /** When the amount that was asked for had been paid: by the invoice's own account, by one intent, or in parts. */
    Optional<Instant> settledAt() {
        Optional<Instant> whole = firstThatBrings(wholes());
        if (whole.isPresent()) {
            return whole;
        }
        Optional<Instant> single = firstThatBrings(paidAttempts().filter(attempt -> !attempt.isWhole()));
        return single.isPresent() || type == PaymentType.LINK ? single : lastPart();
    }

    /** When the parts of an invoice came to what was asked for; a part that comes later changes nothing about it. */
    private Optional<Instant> lastPart() {
        long open = asked.minor();
        List<PaymentAttempt> parts = paid().stream()
                .filter(attempt -> attempt.amount().isIn(asked.currency()))
                .sorted(BY_TIME)
                .toList();
        for (PaymentAttempt part : parts) {
            open -= part.amount().minor();
            if (open <= 0 && parts.size() > 1) {
                return Optional.of(part.reportedAt());
            }
        }
        return Optional.empty();
    }

    /** The latest reason of a failure. */
    Optional<Failure> failure() {
        return all.stream()
                .filter(attempt -> attempt.state() == AttemptState.FAILED && attempt.failure() != null)
                .max(BY_TIME)
                .map(PaymentAttempt::failure);
    }

    /** The intent that a person wants to see first: the one that brought the money, else the latest. */
    Optional<IntentId> leadingIntent() {
        Optional<PaymentAttempt> paying = paid().stream()
                .filter(attempt -> attempt.brings(asked) && !attempt.isOutside())
                .min(BY_TIME);
        return paying.or(() -> all.stream()
                        .filter(attempt -> !attempt.isWhole() && !attempt.isOutside())
                        .max(Comparator.comparing(PaymentAttempt::state, Comparator.comparing(Attempts::weight))
                                .thenComparing(BY_TIME)))
                .map(PaymentAttempt::intentId);
    }

    /** Of the ids of a kind the one whose attempt came furthest, else the last in order. */
    Optional<String> leadingOf(List<String> ids) {
        return all.stream()
                .filter(attempt -> ids.contains(attempt.id()))
                .max(Comparator.comparing(PaymentAttempt::state, Comparator.comparing(Attempts::weight))
                        .thenComparing(BY_TIME))
                .map(PaymentAttempt::id)
                .or(() -> ids.stream().max(Comparator.naturalOrder()));
    }

    /** Paid before processing before failed. */
    private static int weight(AttemptState state) {
        return switch (state) {
            case PAID -> 2;
            case PROCESSING -> 1;
            case FAILED -> 0;
        };
    }

    /** Whether a failure of this intent is known with its reason. */
    boolean knowReasonOf(IntentId intent) {
        return all.stream().anyMatch(attempt -> attempt.intentId().equals(intent) && attempt.failure() != null);
    }

    private Optional<Instant> firstThatBrings(Stream<PaymentAttempt> attempts) {
        return attempts.filter(attempt -> attempt.brings(asked))
                .map(PaymentAttempt::reportedAt)
                .min(Comparator.naturalOrder());
    }

    private static Map<String, Amount> sums(Stream<PaymentAttempt> attempts) {
        return attempts.map(PaymentAttempt::amount)
                .collect(Collectors.toMap(Amount::currency, amount -> amount, Amount::plus, TreeMap::new));
    }

    private Stream<PaymentAttempt> wholes() {
        return paidAttempts().filter(PaymentAttempt::isWhole);
    }

    private Stream<PaymentAttempt> paidAttempts() {
        return all.stream().filter(attempt -> attempt.state() == AttemptState.PAID);
    }

    private boolean any(AttemptState state) {
        return all.stream().anyMatch(attempt -> attempt.state() == state);
    }
}
