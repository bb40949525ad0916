package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A view of what can still be given back: the money of the gateway's intents, without what goes back already or a bank holds. */
public record Refundable(
        Currency asked, Attempts attempts, Collection<PaymentRefund> refunds, Collection<PaymentDispute> disputes) {

    /** All of it. */
    public Money total() {
        return parts().values().stream().reduce(Money.zero(asked), Money::plus);
    }

    /** What each intent still holds of the currency that was asked for; the latest money first. */
    public Map<IntentId, Money> parts() {
        Map<IntentId, Money> parts = new LinkedHashMap<>();
        attempts.refundable().forEach(attempt -> {
            long left = attempt.amount().minor() - returnedOf(attempt) - heldOf(attempt);
            if (left > 0) {
                parts.put(attempt.intentId(), new Money(left, asked));
            }
        });
        return parts;
    }

    /** What banks have taken of the money that is here, in minor units. */
    long held() {
        return attempts.refundable().stream().mapToLong(this::heldOf).sum();
    }

    private long returnedOf(PaymentAttempt attempt) {
        return refunds.stream()
                .filter(refund ->
                        refund.isOf(attempt.intentId()) && !refund.state().isTakenBack())
                .map(PaymentRefund::amount)
                .filter(amount -> amount.isLike(attempt.amount()))
                .mapToLong(Amount::minor)
                .sum();
    }

    /** What a dispute holds can't be given back as well; one in another currency, whose worth nobody knows here, holds all of it. */
    private long heldOf(PaymentAttempt attempt) {
        long held = disputes.stream()
                .filter(dispute -> dispute.state().isMoneyTaken())
                .filter(dispute -> dispute.isOf(attempt.intentId()) || dispute.isOf(new ChargeId(attempt.id())))
                .map(PaymentDispute::amount)
                .mapToLong(taken -> taken.isLike(attempt.amount())
                        ? taken.minor()
                        : attempt.amount().minor())
                .sum();
        return Math.min(held, attempt.amount().minor());
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
}
