package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view of all attempts of one payment that tells what is the same money and how far it has come, whatever the order in which
 * they became known (rule P2). Long since every question about attempts is answered by this one account.
 */
record Attempts(Currency asked, Collection<PaymentAttempt> all, Collection<PaymentPayer> payers) {

    static final Comparator<PaymentAttempt> BY_TIME =
            Comparator.comparing(PaymentAttempt::reportedAt).thenComparing(PaymentAttempt::id);

    /** The larger figure of one and the same money first. */
    private static final Comparator<PaymentAttempt> BY_MONEY = Comparator.comparing(
                    (PaymentAttempt attempt) -> attempt.amount().minor())
            .reversed()
            .thenComparing(BY_TIME);

    /** What is told in the currency that was asked for, as well as in the one that the client saw, counts in the former. */
    private Comparator<PaymentAttempt> byMoney() {
        return Comparator.comparing(
                        (PaymentAttempt attempt) -> !attempt.amount().isIn(asked))
                .thenComparing(BY_MONEY);
    }

    /** The paid attempts, one for each intent: a charge, its session and its intent are the same money. */
    List<PaymentAttempt> paid() {
        return List.copyOf(all.stream()
                .filter(attempt -> attempt.state() == AttemptState.PAID && !attempt.isFree())
                .collect(Collectors.toMap(
                        attempt -> attempt.intentId().value(),
                        attempt -> attempt,
                        BinaryOperator.minBy(byMoney()),
                        TreeMap::new))
                .values());
    }

    /** Whether a client was through with a page on which nothing was left to pay. */
    boolean areFree() {
        return all.stream().anyMatch(PaymentAttempt::isFree);
    }

    /** When money that is just what was asked for first became known, whichever of its reports said so. */
    Stream<PaymentAttempt> paidReports() {
        return all.stream().filter(attempt -> attempt.state() == AttemptState.PAID);
    }

    /** The money that the gateway holds and can give back, the latest first. */
    List<PaymentAttempt> refundable() {
        return paid().stream()
                .filter(attempt -> attempt.amount().isIn(asked))
                .filter(attempt -> !attempt.isOutside())
                .sorted(BY_TIME.reversed())
                .toList();
    }

    /** Whether money is on its way, or may be. */
    boolean areProcessing() {
        return all.stream().anyMatch(this::isOnItsWay);
    }

    /** Whether a client is to transfer money, or to pay at a counter, and nobody knows whether that will be done. */
    boolean areWaiting() {
        return all.stream().anyMatch(attempt -> attempt.state() == AttemptState.WAITING && !isOvertaken(attempt));
    }

    boolean haveFailed() {
        return all.stream().anyMatch(attempt -> attempt.state() == AttemptState.FAILED);
    }

    private boolean isOnItsWay(PaymentAttempt attempt) {
        return switch (attempt.state()) {
            case SUBMITTED -> !isOvertaken(attempt);
            case PROCESSING ->
                !has(attempt.intentId(), AttemptState.CANCELED) && (!isOfIntent(attempt) || !isOvertaken(attempt));
            case WAITING, CANCELED, FAILED, PAID -> false;
        };
    }

    /**
     * What was told of the page or of the intent itself is over when more is told of the intent or of one of its charges; after a charge
     * that failed before the client may have chosen another way to pay.
     */
    private boolean isOvertaken(PaymentAttempt attempt) {
        return all.stream()
                .filter(other -> other.intentId().equals(attempt.intentId()))
                .filter(other -> attempt.state().isBehind(other.state()))
                .anyMatch(other -> other.state() != AttemptState.FAILED
                        || !other.reportedAt().isBefore(attempt.reportedAt()));
    }

    private static boolean isOfIntent(PaymentAttempt attempt) {
        return attempt.id().equals(attempt.intentId().value());
    }

    /** How often a client tried in vain: what an intent tells without a reason is told with it by one of its charges. */
    int failures() {
        Map<IntentId, Long> explained = all.stream()
                .filter(attempt -> attempt.state() == AttemptState.FAILED)
                .collect(Collectors.groupingBy(
                        PaymentAttempt::intentId,
                        Collectors.filtering(attempt -> attempt.failure() != null, Collectors.counting())));
        return explained.values().stream()
                .mapToInt(known -> Math.max(1, known.intValue()))
                .sum();
    }

    /** The latest reason of a failure. */
    Optional<Failure> failure() {
        return all.stream()
                .filter(attempt -> attempt.state() == AttemptState.FAILED && attempt.failure() != null)
                .max(BY_TIME)
                .map(PaymentAttempt::failure);
    }

    /** The intent that a person wants to see first: the one that brought the money, else the latest. */
    Optional<IntentId> leadingIntent(Money asked) {
        Optional<PaymentAttempt> paying = paid().stream()
                .filter(attempt -> attempt.brings(asked) && !attempt.isOutside())
                .min(BY_TIME);
        return paying.or(() -> all.stream()
                        .filter(attempt -> !attempt.isOutside() && !attempt.isFree())
                        .max(Comparator.comparing(PaymentAttempt::state, Comparator.comparing(Attempts::weight))
                                .thenComparing(BY_TIME)))
                .map(PaymentAttempt::intentId);
    }

    /** Who paid what a person wants to see first, and how; nothing where nobody has, or nothing is known of it. */
    Optional<PaidBy> paidBy(Money asked) {
        return leadingIntent(asked)
                .flatMap(intent -> payers.stream()
                        .filter(payer -> payer.id().equals(intent.value()))
                        .findFirst())
                .map(PaymentPayer::paidBy);
    }

    /** Whether it is known what the money of this intent cost. */
    boolean isBooked(IntentId intent) {
        return payers.stream()
                .anyMatch(payer -> payer.id().equals(intent.value())
                        && payer.paidBy().fee().isPresent());
    }

    /** What one thing of all that was booked in this currency comes to. */
    long costs(String currency, Function<PaidBy, Optional<Amount>> cost) {
        return payers.stream()
                .map(PaymentPayer::paidBy)
                .flatMap(paidBy -> cost.apply(paidBy).stream())
                .filter(amount -> amount.currency().equals(currency))
                .mapToLong(Amount::minor)
                .sum();
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

    /** Paid before what may still become money, before what will not. */
    private static int weight(AttemptState state) {
        if (state == AttemptState.PAID) {
            return 2;
        }
        return state.isUnderWay() ? 1 : 0;
    }

    /** Whether a failure of this intent is known with its reason. */
    boolean knowReasonOf(IntentId intent) {
        return all.stream().anyMatch(attempt -> attempt.intentId().equals(intent) && attempt.failure() != null);
    }

    /** Whether a client was through with the page, and what was to follow was called off: the page takes no other payment. */
    boolean wereCalledOff(IntentId intent) {
        return has(intent, AttemptState.SUBMITTED) && has(intent, AttemptState.CANCELED);
    }

    /** Whether anything is known of the intent that is not at this stage. */
    boolean isToldBesides(IntentId intent, AttemptState state) {
        return all.stream().anyMatch(attempt -> attempt.intentId().equals(intent) && attempt.state() != state);
    }

    private boolean has(IntentId intent, AttemptState state) {
        return all.stream().anyMatch(attempt -> attempt.intentId().equals(intent) && attempt.state() == state);
    }
}
