package com.operatoros.payments.reconcile;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentStatus;
import com.operatoros.payments.stripe.PaymentAtStripe.Seen;
import com.operatoros.payments.stripe.PaymentAtStripe.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the differences that remain after all that Stripe says has been taken (rule R4). */
final class DriftPolicy {

    private DriftPolicy() {}

    /**
     * The differences, at most one of a kind.
     *
     * @param refundedOf what we know to go back of a charge, in minor units
     */
    static List<Difference> differences(Payment payment, Seen seen, ToLongFunction<String> refundedOf) {
        boolean isWithdrawn = payment.status() == PaymentStatus.CANCELED || payment.status() == PaymentStatus.REJECTED;
        if (seen.state() == State.MISSING) {
            return isWithdrawn ? List.of() : List.of(new Difference(DriftKind.MISSING, ours(payment), "not found"));
        }
        List<Difference> found = new ArrayList<>();
        state(payment, seen.state(), isWithdrawn).ifPresent(found::add);
        boolean isCredited = isWithdrawn && seen.state() == State.PAID;
        boolean isPaidThereOnly = seen.hasMoney() && payment.money().isEmpty() && !isCredited;
        if (isPaidThereOnly) {
            found.add(new Difference(DriftKind.PAID_THERE, ours(payment), words(seen.state())));
        } else if (payment.status() == PaymentStatus.PAID && !seen.hasMoney()) {
            found.add(new Difference(DriftKind.STATUS, ours(payment), words(seen.state())));
        }
        if (!isWithdrawn && payment.status() != PaymentStatus.CREATING) {
            amount(payment, seen).ifPresent(found::add);
        }
        refunds(seen, refundedOf).findFirst().ifPresent(found::add);
        return found;
    }

    static Difference foreign(Payment payment) {
        return new Difference(DriftKind.FOREIGN, ours(payment), "of another payment");
    }

    private static Optional<Difference> state(Payment payment, State state, boolean isWithdrawn) {
        boolean isWaiting = payment.status() == PaymentStatus.PENDING || payment.status() == PaymentStatus.FAILED;
        DriftKind kind = switch (state) {
            case ACTIVE -> isWithdrawn ? DriftKind.LINK_ACTIVE : null;
            case OPEN -> isWithdrawn ? DriftKind.INVOICE_OPEN : null;
            case INACTIVE -> isWaiting ? DriftKind.LINK_INACTIVE : null;
            default -> null;
        };
        return Optional.ofNullable(kind)
                .map(known -> new Difference(known, ours(payment), words(state), known == DriftKind.LINK_INACTIVE));
    }

    private static Optional<Difference> amount(Payment payment, Seen seen) {
        Money asked = payment.amount();
        Long minor = seen.amountMinor();
        String code = seen.currency();
        if (minor != null && code != null && !isSame(asked, minor, code)) {
            return Optional.of(new Difference(DriftKind.AMOUNT, asked.format(Locale.US), money(minor, code)));
        }
        return payment.attention().contains(Attention.AMOUNT_MISMATCH)
                ? Optional.of(
                        new Difference(DriftKind.AMOUNT, asked.format(Locale.US), arrived(payment) + " arrived", true))
                : Optional.empty();
    }

    private static String arrived(Payment payment) {
        return payment.money().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(money -> money(money.getValue(), money.getKey()))
                .collect(Collectors.joining(" and "));
    }

    private static boolean isSame(Money asked, long minor, String code) {
        return minor == asked.minor() && code.equals(asked.currency().code());
    }

    private static Stream<Difference> refunds(Seen seen, ToLongFunction<String> refundedOf) {
        return seen.refunded().keySet().stream()
                .sorted()
                .filter(charge ->
                        refundedOf.applyAsLong(charge) != seen.refunded().getOrDefault(charge, 0L))
                .map(charge -> {
                    String code = String.valueOf(seen.refundCurrencies().get(charge));
                    return new Difference(
                            DriftKind.REFUNDS,
                            money(refundedOf.applyAsLong(charge), code),
                            money(seen.refunded().getOrDefault(charge, 0L), code));
                });
    }

    private static String ours(Payment payment) {
        return payment.status().code();
    }

    private static String words(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String money(long minor, String code) {
        return Currency.find(code)
                .map(currency -> new Money(minor, currency).format(Locale.US))
                .orElse(minor + " " + code);
    }
}
