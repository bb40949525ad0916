package com.operatoros.payments.admin;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Attention;
import com.operatoros.payments.payment.DisputeView;
import com.operatoros.payments.payment.Outcome;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentRefund;
import com.operatoros.payments.payment.Settlement;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what has become of the money of the payment that the page shows. */
@Named
@RequestScoped
public class PaymentMoney {

    @Inject
    private PaymentPage page;

    /** Whether any has come or gone. */
    public boolean isMoved() {
        Payment payment = page.getPayment();
        return payment != null
                && (!payment.facts().money().isEmpty()
                        || !payment.facts().refundsByTime().isEmpty()
                        || !payment.facts().settlement().payable().equals(payment.amount()));
    }

    /** What is here now: without what goes back, and without what the client's bank has taken. */
    public @Nullable Money getKept() {
        Payment payment = page.getPayment();
        if (payment == null) {
            return null;
        }
        Settlement settlement = payment.facts().settlement();
        long taken = getTaken().stream()
                .filter(amount -> amount.isIn(payment.amount().currency()))
                .mapToLong(Amount::minor)
                .sum();
        long minor = settlement.amountPaid().minor()
                - settlement.amountRefunded().minor()
                - settlement.amountReturning().minor()
                - taken;
        return new Money(Math.max(0, minor), payment.amount().currency());
    }

    /** What is owed, what took it off, and what came of it. */
    public @Nullable Settlement getSettlement() {
        Payment payment = page.getPayment();
        return payment == null ? null : payment.facts().settlement();
    }

    /** What the client owed from before, and the invoice asks for as well. */
    public @Nullable Money getOwedFromBefore() {
        Settlement settlement = getSettlement();
        return settlement == null
                ? null
                : new Money(
                        -settlement.fromBalance().minor(), settlement.ordered().currency());
    }

    /** What arrived in other currencies than was asked for. */
    public List<Amount> getForeign() {
        Payment payment = page.getPayment();
        return payment == null
                ? List.of()
                : payment.facts().money().stream()
                        .filter(amount -> !amount.isIn(payment.amount().currency()))
                        .toList();
    }

    /** What the client's bank has taken for disputes, until they are decided or for good, in each currency. */
    public List<Amount> getTaken() {
        Payment payment = page.getPayment();
        return payment == null ? List.of() : payment.facts().disputed();
    }

    /** The dispute that is not over, or was lost: what a person has to know of. */
    public @Nullable DisputeView getDispute() {
        return dispute()
                .filter(dispute -> !dispute.state().isClosed() || dispute.state() == DisputeState.LOST)
                .orElse(null);
    }

    private Optional<DisputeView> dispute() {
        return Optional.ofNullable(page.getPayment()).map(Payment::outcome).flatMap(Outcome::dispute);
    }

    /** Newest first. */
    public List<PaymentRefund> getRefunds() {
        Payment payment = page.getPayment();
        List<PaymentRefund> refunds =
                payment == null ? List.of() : payment.facts().refundsByTime();
        return refunds.stream()
                .sorted((one, other) -> other.createdAt().compareTo(one.createdAt()))
                .toList();
    }

    /** The latest refund that failed or was called off. */
    public @Nullable PaymentRefund getFailedRefund() {
        return getRefunds().stream()
                .filter(refund -> refund.state().isTakenBack())
                .findFirst()
                .orElse(null);
    }

    /** The reasons to look at the payment; a surplus says all that another amount than was asked for would say. */
    public List<Attention> getAttention() {
        Set<Attention> reasons = Optional.ofNullable(page.getPayment())
                .map(Payment::outcome)
                .map(Outcome::attention)
                .orElse(Set.of());
        return reasons.stream()
                .filter(reason -> reason != Attention.AMOUNT_MISMATCH || !reasons.contains(Attention.OVERPAID))
                .toList();
    }

    /** What came above the amount that was asked for and can go back; null when nothing. */
    public @Nullable Money getSurplus() {
        Payment payment = page.getPayment();
        if (payment == null) {
            return null;
        }
        long surplus = Math.min(
                payment.facts().surplus().minor(), payment.facts().refundable().minor());
        return surplus > 0 ? new Money(surplus, payment.amount().currency()) : null;
    }
}
