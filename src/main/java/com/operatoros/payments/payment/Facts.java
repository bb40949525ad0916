package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a payment, and what it comes to: a function of the facts alone, so that neither the order in
 * which they became known nor how often they were told decides anything (rule P2). Long since whatever follows from the
 * facts of a payment follows here, and nowhere else.
 *
 * @param endedAs canceled or rejected, when it was ended without money
 * @param told what needs attention since an event told so by itself
 */
public record Facts(
        boolean isOpened,
        @Nullable PaymentStatus endedAs,
        Attempts attempts,
        Collection<PaymentRefund> refunds,
        Collection<PaymentDispute> disputes,
        Set<Attention> told) {

    /** What matters most first: what must be answered, what is open, what was lost. */
    private static final Comparator<PaymentDispute> BY_WEIGHT = Comparator.comparing(Facts::weight)
            .thenComparing(PaymentDispute::openedAt)
            .thenComparing(PaymentDispute::id);

    /** Money wins, then the end that somebody gave it, then the best of the attempts. */
    PaymentStatus status() {
        Optional<PaymentStatus> tried = attempts.status();
        if (tried.equals(Optional.of(PaymentStatus.PAID))) {
            return PaymentStatus.PAID;
        }
        if (endedAs != null) {
            return endedAs;
        }
        return tried.orElse(isOpened ? PaymentStatus.PENDING : PaymentStatus.CREATING);
    }

    /** What goes back to the client, in the currency that was asked for; what failed is taken back. */
    public Money amountRefunded() {
        return sum(
                refunds.stream().filter(refund -> !refund.state().isTakenBack()).map(PaymentRefund::amount));
    }

    /** What can still be given back: the money of the gateway's intents, without what goes back already. */
    public Money refundable() {
        return refundableParts().values().stream().reduce(Money.zero(asked().currency()), Money::plus);
    }

    /** What each intent still holds of the currency that was asked for; the latest money first. */
    public Map<IntentId, Money> refundableParts() {
        Map<IntentId, Money> parts = new LinkedHashMap<>();
        attempts.refundable().forEach(attempt -> {
            Money refunded = sum(refunds.stream()
                    .filter(refund ->
                            refund.isOf(attempt.intentId()) && !refund.state().isTakenBack())
                    .map(PaymentRefund::amount));
            long left = attempt.amount().minor() - refunded.minor();
            if (left > 0) {
                parts.put(attempt.intentId(), new Money(left, asked().currency()));
            }
        });
        return parts;
    }

    /** What is known of the refunds of one charge, in its own currency. */
    public Amount refundedOf(ChargeId charge, String currency) {
        Amount nothing = new Amount(0, currency);
        return refunds.stream()
                .filter(refund -> refund.isOf(charge) && !refund.state().isTakenBack())
                .map(PaymentRefund::amount)
                .filter(nothing::isLike)
                .reduce(nothing, Amount::plus);
    }

    /** All that arrived, one amount for each currency, by their codes. */
    public List<Amount> money() {
        return attempts.money();
    }

    /** What the intents of the gateway brought, of the currency that was asked for. */
    Money paidByIntents() {
        return sum(attempts.refundable().stream().map(PaymentAttempt::amount));
    }

    /** Every refund, the oldest first. */
    public List<PaymentRefund> refundsByTime() {
        return refunds.stream()
                .sorted(Comparator.comparing(PaymentRefund::createdAt).thenComparing(PaymentRefund::id))
                .toList();
    }

    private Money asked() {
        return attempts.asked();
    }

    /** Of these amounts those in the currency that was asked for. */
    private Money sum(Stream<Amount> amounts) {
        Amount sum = amounts.filter(amount -> amount.isIn(asked().currency()))
                .reduce(Money.zero(asked().currency()).amount(), Amount::plus);
        return new Money(sum.minor(), asked().currency());
    }

    /** The dispute that a person has to know of. */
    Optional<PaymentDispute> dispute() {
        return disputes.stream().min(BY_WEIGHT);
    }

    /** What a person should look at (rule P4). */
    Set<Attention> attention() {
        Set<Attention> attention = EnumSet.noneOf(Attention.class);
        boolean isToldOverpaid =
                told.contains(Attention.OVERPAID) && amountRefunded().minor() == 0;
        add(attention, Attention.OVERPAID, isSurplus() || isToldOverpaid);
        add(attention, Attention.FINALIZATION_FAILED, told.contains(Attention.FINALIZATION_FAILED) && !isOpened);
        add(attention, Attention.AMOUNT_MISMATCH, attempts.differ());
        add(attention, Attention.PAID_AFTER_CANCEL, endedAs != null && status() == PaymentStatus.PAID);
        add(
                attention,
                Attention.DISPUTED,
                disputes.stream().anyMatch(dispute -> dispute.state().needsResponse()));
        add(
                attention,
                Attention.REFUND_FAILED,
                refunds.stream().anyMatch(refund -> refund.state() == RefundState.FAILED));
        return attention;
    }

    /** What the banks of the clients have taken, in the currency that was asked for. */
    public Money amountDisputed() {
        return sum(disputes.stream()
                .filter(dispute -> dispute.state().isMoneyTaken())
                .map(PaymentDispute::amount));
    }

    /** Whether more is here than was asked for. */
    boolean isSurplus() {
        return surplus().minor() > 0;
    }

    /** How much more is here than was asked for. */
    public Money surplus() {
        long above = attempts.amountPaid().minor() - amountRefunded().minor() - asked().minor();
        return new Money(Math.max(0, above), asked().currency());
    }

    /**
     * Whether money goes back by a credit note: a surplus that came beside the invoice can't be credited on it, and a link has
     * none.
     */
    public boolean isCreditable() {
        return attempts.type() == PaymentType.INVOICE
                && status() == PaymentStatus.PAID
                && endedAs == null
                && !attention().contains(Attention.OVERPAID);
    }

    private static void add(Set<Attention> all, Attention reason, boolean isTrue) {
        if (isTrue) {
            all.add(reason);
        }
    }

    private static int weight(PaymentDispute dispute) {
        if (dispute.state().needsResponse()) {
            return 0;
        }
        if (!dispute.state().isClosed()) {
            return 1;
        }
        return dispute.state() == DisputeState.LOST ? 2 : 3;
    }
}
