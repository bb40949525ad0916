package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a payment, and what it comes to: a function of the facts alone, so that neither the order in
 * which they became known nor how often they were told decides anything (rule P2).
 *
 * @param endedAs canceled or rejected, when it was ended without money
 * @param told the alarms that an event tells by itself
 */
record Facts(
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
    Money amountRefunded() {
        Money asked = attempts.asked();
        long minor = refunds.stream()
                .filter(refund -> refund.isIn(asked.currency().code()))
                .filter(refund -> !refund.state().isTakenBack())
                .mapToLong(PaymentRefund::amountMinor)
                .reduce(0, Math::addExact);
        return new Money(minor, asked.currency());
    }

    /** What can still be given back: the money of the gateway's intents, without what goes back already. */
    Money refundable() {
        Money asked = attempts.asked();
        long minor = refundableParts().values().stream().reduce(0L, Math::addExact);
        return new Money(minor, asked.currency());
    }

    /** What each intent still holds, in minor units of the currency that was asked for; the latest money first. */
    Map<String, Long> refundableParts() {
        Map<String, Long> parts = new LinkedHashMap<>();
        attempts.refundable().forEach(attempt -> {
            long left = attempt.amountMinor() - refundedOf(attempt.intentId());
            if (left > 0) {
                parts.put(attempt.intentId(), left);
            }
        });
        return parts;
    }

    /** What is known of the refunds of one charge or intent, in minor units. */
    long refundedOf(String chargeOrIntent) {
        return refunds.stream()
                .filter(refund -> refund.isOf(chargeOrIntent) && !refund.state().isTakenBack())
                .mapToLong(PaymentRefund::amountMinor)
                .reduce(0, Math::addExact);
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
    Money amountDisputed() {
        Money asked = attempts.asked();
        long minor = disputes.stream()
                .filter(dispute -> dispute.state().isMoneyTaken())
                .filter(dispute -> dispute.currency().equals(asked.currency().code()))
                .mapToLong(PaymentDispute::amountMinor)
                .reduce(0, Math::addExact);
        return new Money(minor, asked.currency());
    }

    /** Whether more is here than was asked for. */
    boolean isSurplus() {
        return surplus().minor() > 0;
    }

    /** How much more is here than was asked for. */
    Money surplus() {
        Money asked = attempts.asked();
        long above = attempts.amountPaid().minor() - amountRefunded().minor() - asked.minor();
        return new Money(Math.max(0, above), asked.currency());
    }

    /** Whether the money belongs to a paid invoice, so that it can go back by a credit note. */
    boolean isCreditable() {
        return status() == PaymentStatus.PAID && endedAs == null && !attention().contains(Attention.OVERPAID);
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
