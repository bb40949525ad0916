package com.operatoros.payments.payment;

import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A settlement: what is owed, what took it off, what came, what went back, and what is left. What is owed is what the gateway still
 * asks for (rule P8). Long since each of these sums is told by one method, and from the facts alone.
 *
 * @param ordered what the admin asked for
 * @param acceptance how a person took what had arrived as settling it; null when nobody did
 */
public record Settlement(
        PaymentType type,
        Money ordered,
        Attempts attempts,
        Invoices invoices,
        Collection<PaymentRefund> refunds,
        Progress.@Nullable Acceptance acceptance) {

    private static final Comparator<Movement> BY_TIME = Comparator.comparing(Movement::at)
            .thenComparing(Comparator.comparing(Movement::minor).reversed())
            .thenComparing(Movement::id);

    /** Money that came, or that went back. */
    private record Movement(Instant at, long minor, String id) {}

    /** What is asked for: what the admin ordered, or what somebody made of it at the gateway since. */
    public Money asked() {
        return invoices.current(currency())
                .filter(PaymentInvoice::isRevision)
                .map(invoice -> money(invoice.sums().total() + invoice.sums().discounted()))
                .orElse(ordered);
    }

    /** What a discount took off. */
    public Money discounted() {
        return money(invoices.current(currency())
                .map(invoice -> invoice.sums().discounted())
                .orElse(0L));
    }

    /** What credit notes took off before it was paid. */
    public Money credited() {
        return money(invoices.current(currency())
                .map(invoice -> invoices.credited(invoice, currency()))
                .orElse(0L));
    }

    /** What the client's balance settled; negative when what the client owed from before is asked for as well. */
    public Money fromBalance() {
        return money(invoices.current(currency())
                .map(invoice -> invoice.sums().fromBalance())
                .orElse(0L));
    }

    /** What has to arrive. */
    public Money payable() {
        long payable = asked().minor()
                - discounted().minor()
                - credited().minor()
                - fromBalance().minor();
        return money(Math.max(0, payable));
    }

    /**
     * All that arrived, one amount for each currency, by their codes. An invoice tells what was paid on it, and its intents tell it
     * as well: the larger of the two figures counts.
     */
    public List<Amount> arrived() {
        Map<String, Amount> arrived = attempts.paid().stream()
                .map(PaymentAttempt::amount)
                .collect(Collectors.toMap(Amount::currency, amount -> amount, Amount::plus, TreeMap::new));
        Amount told =
                money(invoices.current(currency()).map(this::paidOn).orElse(0L)).amount();
        if (told.minor() > 0) {
            arrived.merge(told.currency(), told, Amount::max);
        }
        return List.copyOf(arrived.values());
    }

    private long paidOn(PaymentInvoice invoice) {
        long overpaid = invoice.sums().overpaid();
        return overpaid > 0
                ? Math.max(invoice.sums().paid(), payable().minor() + overpaid)
                : invoice.sums().paid();
    }

    /** What arrived in the currency that was asked for. */
    public Money amountPaid() {
        return money(minorOf(arrived().stream()));
    }

    /** What has gone back, in the currency that was asked for. */
    public Money amountRefunded() {
        return money(minorOf(
                refunds.stream().filter(refund -> refund.state().isDone()).map(PaymentRefund::amount)));
    }

    /** What is on its way back, in the currency that was asked for. */
    public Money amountReturning() {
        return money(minorOf(
                refunds.stream().filter(refund -> refund.state().isOnItsWay()).map(PaymentRefund::amount)));
    }

    /** What is here and stays: without what has gone back or is on its way. */
    public long kept() {
        return amountPaid().minor()
                - amountRefunded().minor()
                - amountReturning().minor();
    }

    /** Whether money of any currency is here and stays. */
    boolean isMoneyHere() {
        return kept() > 0 || arrived().stream().anyMatch(amount -> !amount.isIn(currency()) && isHere(amount));
    }

    /** What is still to come, as long as it is waited for. */
    Money outstanding() {
        long here = type == PaymentType.INVOICE ? amountPaid().minor() : kept();
        return money(Math.max(0, payable().minor() - here));
    }

    /**
     * How much more is here than has to be.
     *
     * @param held what banks have taken of it
     */
    Money surplus(long held) {
        long enough = acceptance == null ? 0 : acceptance.minor();
        return money(Math.max(0, kept() - held - Math.max(enough, payable().minor())));
    }

    /** Whether what arrived is not what was asked for, so that a person has to decide what becomes of it. */
    boolean isOdd() {
        boolean isHeld = kept() > 0 && !attempts.refundable().isEmpty();
        return acceptance == null
                && (isForeign() || type == PaymentType.LINK && settledAt().isEmpty() && isHeld);
    }

    /** Whether money of another currency is here, or is asked for. */
    private boolean isForeign() {
        boolean isAsked =
                invoices.current().isPresent() && invoices.current(currency()).isEmpty();
        return isAsked || arrived().stream().anyMatch(amount -> !amount.isIn(currency()) && isHere(amount));
    }

    private boolean isHere(Amount foreign) {
        long back = refunds.stream()
                .filter(refund -> !refund.state().isTakenBack())
                .map(PaymentRefund::amount)
                .filter(foreign::isLike)
                .mapToLong(Amount::minor)
                .sum();
        return foreign.minor() > back;
    }

    /**
     * When it was settled: as an invoice says of itself, when all of it had arrived, when what was kept was what was asked for, or
     * when what a person has accepted had arrived.
     */
    Optional<Instant> settledAt() {
        Optional<Instant> byInvoice =
                invoices.current().filter(invoice -> isPaid(invoice)).map(PaymentInvoice::paidAt);
        return byInvoice
                .or(() -> Stream.of(single(), balanced())
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()))
                .or(this::acceptedMoneyAt);
    }

    /** One that a credit note took away was not paid. */
    private boolean isPaid(PaymentInvoice invoice) {
        return invoice.paidAt() != null && !invoices.isWithdrawn(currency());
    }

    /** One payment that is just what was asked for. */
    private Optional<Instant> single() {
        return attempts.paidReports()
                .filter(attempt -> payable().minor() > 0 && attempt.brings(payable()))
                .map(PaymentAttempt::reportedAt)
                .min(Comparator.naturalOrder());
    }

    /** When what had come, without what had gone back, was what was asked for; an invoice may also be paid by more. */
    private Optional<Instant> balanced() {
        long due = payable().minor();
        Predicate<Long> isEnough = type == PaymentType.INVOICE ? here -> here >= due : here -> here == due;
        long here = 0;
        for (Movement movement : movements()) {
            here += movement.minor();
            if (due > 0 && isEnough.test(here)) {
                return Optional.of(movement.at());
            }
        }
        return Optional.empty();
    }

    private List<Movement> movements() {
        Stream<Movement> came = attempts.paid().stream()
                .filter(attempt -> attempt.amount().isIn(currency()))
                .map(attempt ->
                        new Movement(attempt.reportedAt(), attempt.amount().minor(), attempt.id()));
        Stream<Movement> went = refunds.stream()
                .filter(refund -> type == PaymentType.LINK && !refund.state().isTakenBack())
                .filter(refund -> refund.amount().isIn(currency()))
                .map(refund -> new Movement(refund.createdAt(), -refund.amount().minor(), refund.id()));
        return Stream.concat(came, went).sorted(BY_TIME).toList();
    }

    /** What comes after a person has accepted what was there changes nothing about it. */
    private Optional<Instant> acceptedMoneyAt() {
        return Optional.ofNullable(acceptance)
                .map(Progress.Acceptance::at)
                .map(accepted -> attempts.paid().stream()
                        .map(PaymentAttempt::reportedAt)
                        .filter(at -> !at.isAfter(accepted))
                        .max(Comparator.naturalOrder())
                        .orElse(accepted));
    }

    private Currency currency() {
        return ordered.currency();
    }

    private Money money(long minor) {
        return new Money(minor, currency());
    }

    private long minorOf(Stream<Amount> amounts) {
        return amounts.filter(amount -> amount.isIn(currency()))
                .mapToLong(Amount::minor)
                .sum();
    }
}
