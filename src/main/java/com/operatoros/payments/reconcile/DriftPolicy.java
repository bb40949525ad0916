package com.operatoros.payments.reconcile;

import com.operatoros.payments.money.Amount;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.stripe.PaymentAtStripe.Seen;
import com.operatoros.payments.stripe.PaymentAtStripe.State;
import com.operatoros.payments.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the differences that remain after all that Stripe says has been taken (rule R4). */
final class DriftPolicy {

    private DriftPolicy() {}

    /**
     * The differences, at most one of a kind.
     *
     * @param payment with all that Stripe says taken
     */
    static List<Difference> differences(Payment payment, Seen seen) {
        boolean isWithdrawn = payment.status() == PaymentStatus.CANCELED || payment.status() == PaymentStatus.REJECTED;
        if (seen.state() == State.MISSING) {
            return isWithdrawn
                    ? List.of()
                    : List.of(new Difference(DriftKind.MISSING, ours(payment), Message.of("drift.state.missing")));
        }
        List<Difference> found = new ArrayList<>();
        state(payment, seen, isWithdrawn).ifPresent(found::add);
        boolean isCredited = isWithdrawn && seen.state() == State.PAID;
        boolean isPaid = payment.status() == PaymentStatus.PAID;
        boolean isPaidThereOnly =
                seen.hasMoney() && !isPaid && payment.facts().money().isEmpty() && !isCredited;
        if (isPaidThereOnly) {
            found.add(new Difference(DriftKind.PAID_THERE, ours(payment), words(seen.state())));
        } else if (isPaid && !seen.hasMoney() && payment.facts().isPaidThere()) {
            found.add(new Difference(DriftKind.STATUS, ours(payment), words(seen.state())));
        }
        if (!isWithdrawn && payment.status() != PaymentStatus.CREATING) {
            amount(payment, seen).ifPresent(found::add);
        }
        refunds(payment, seen).findFirst().ifPresent(found::add);
        return found;
    }

    static Difference foreign(Payment payment) {
        return new Difference(DriftKind.FOREIGN, ours(payment), Message.of("drift.state.foreign"));
    }

    private static Optional<Difference> state(Payment payment, Seen seen, boolean isWithdrawn) {
        boolean isWaiting = payment.status().isWaitedFor();
        boolean isOver = isWithdrawn || payment.status() == PaymentStatus.PAID;
        State state = seen.isFormerActive() ? State.ACTIVE : seen.state();
        DriftKind kind = switch (state) {
            case ACTIVE -> isOver || seen.isFormerActive() ? DriftKind.LINK_ACTIVE : null;
            case OPEN -> isWithdrawn ? DriftKind.INVOICE_OPEN : null;
            case INACTIVE -> isWaiting ? DriftKind.LINK_INACTIVE : null;
            default -> null;
        };
        return Optional.ofNullable(kind)
                .map(known -> new Difference(known, ours(payment), words(state), known == DriftKind.LINK_INACTIVE));
    }

    private static Optional<Difference> amount(Payment payment, Seen seen) {
        Long ofLink = payment.gateway().linkMinor();
        Amount all = payment.amount().amount();
        Amount asked = ofLink == null ? all : new Amount(ofLink, all.currency());
        Amount there = seen.amount();
        if (there != null && !there.equals(asked)) {
            return Optional.of(new Difference(DriftKind.AMOUNT, money(asked), money(there)));
        }
        return payment.outcome().attention().contains(Attention.AMOUNT_MISMATCH)
                ? Optional.of(new Difference(DriftKind.AMOUNT, money(asked), arrived(payment), true))
                : Optional.empty();
    }

    /** Money of one currency, or of several. */
    private static Message arrived(Payment payment) {
        Message money = payment.facts().money().stream()
                .map(DriftPolicy::money)
                .reduce((one, other) -> Message.of("drift.state.and", one, other))
                .orElseGet(() -> money(new Amount(0, payment.amount().currency().code())));
        return Message.of("drift.state.arrived", money);
    }

    private static Stream<Difference> refunds(Payment payment, Seen seen) {
        return seen.refunded().entrySet().stream()
                .sorted(Comparator.comparing(charge -> charge.getKey().value()))
                .map(charge -> {
                    Amount there = charge.getValue();
                    Amount here = payment.facts().refundability().refundedOf(charge.getKey(), there.currency());
                    return new Difference(DriftKind.REFUNDS, money(here), money(there));
                })
                .filter(difference -> !difference.ours().equals(difference.stripe()));
    }

    private static Message ours(Payment payment) {
        return Message.of("drift.state." + payment.status().code());
    }

    private static Message words(State state) {
        return Message.of("drift.state." + state.code());
    }

    private static Message money(Amount amount) {
        return Message.of("drift.state.money", amount);
    }
}
