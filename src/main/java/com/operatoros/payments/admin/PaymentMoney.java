package com.operatoros.payments.admin;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.DisputeView;
import com.operatoros.payments.payment.Outcome;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentRefund;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
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
                && (payment.outcome().amountPaid().minor() > 0
                        || !payment.facts().refundsByTime().isEmpty());
    }

    /** What is here now: without what goes back, and without what the client's bank has taken. */
    public @Nullable Money getKept() {
        Payment payment = page.getPayment();
        if (payment == null) {
            return null;
        }
        Money taken = getTaken();
        long minor = payment.outcome().amountPaid().minor()
                - payment.outcome().amountRefunded().minor()
                - (taken == null ? 0 : taken.minor());
        return new Money(Math.max(0, minor), payment.amount().currency());
    }

    /** What the client's bank has taken for a dispute, until it is decided or for good; null when nothing. */
    public @Nullable Money getTaken() {
        Payment payment = page.getPayment();
        return payment == null || payment.facts().amountDisputed().minor() == 0
                ? null
                : payment.facts().amountDisputed();
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

    /** The latest refund that failed. */
    public @Nullable PaymentRefund getFailedRefund() {
        return getRefunds().stream()
                .filter(refund -> refund.state() == RefundState.FAILED)
                .findFirst()
                .orElse(null);
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
