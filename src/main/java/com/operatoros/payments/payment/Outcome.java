package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An outcome: what the facts of a payment come to, written down so that it can be listed, searched and summed up. Long
 * since it has a field and a getter for each column.
 */
@Embeddable
public class Outcome {
    private PaymentStatus status;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "amount_paid_minor")
    private long amountPaidMinor;

    @Column(name = "amount_refunded_minor")
    private long amountRefundedMinor;

    @Column(name = "outstanding_minor")
    private long outstandingMinor;

    @Column(name = "credited_minor")
    private long creditedMinor;

    @Column(name = "partly_paid")
    private boolean partlyPaid;

    @Column(name = "transfer_awaited")
    private boolean transferAwaited;

    /** Of what was written before this was written down nobody knows it but the facts. */
    private @Nullable Boolean withdrawable;

    /** EclipseLink reads an embeddable whose columns are all empty as null, and writes one that is put there instead. */
    @Embedded
    private @Nullable PaidBy paidBy;

    /** That of the bill, which writes it. */
    @Column(name = "currency", insertable = false, updatable = false)
    private Currency currency;

    @Column(name = "failure_code")
    private @Nullable String failureCode;

    @Column(name = "failure_message")
    private @Nullable String failureMessage;

    @Embedded
    private AttentionFlags attention;

    /** EclipseLink reads an embeddable whose columns are all empty as null, and writes one that is put there instead. */
    @Embedded
    private @Nullable DisputeView dispute;

    protected Outcome() {}

    Outcome(PaymentStatus first, Money billed) {
        status = first;
        currency = billed.currency();
        outstandingMinor = billed.minor();
        attention = new AttentionFlags();
    }

    /**
     * Lets a fact be taken, and writes down what the facts come to then.
     *
     * @param fact takes it; whether it is news
     */
    Change take(BooleanSupplier fact, Supplier<Facts> facts) {
        PaymentStatus before = status;
        Set<Attention> raised = EnumSet.allOf(Attention.class);
        raised.removeAll(attention.all());
        List<Amount> money = facts.get().money();
        boolean isNews = fact.getAsBoolean();
        Facts now = facts.get();
        settle(now);
        raised.retainAll(attention.all());
        attention.raise(raised);
        return new Change(before, status, isNews, !now.money().equals(money), raised);
    }

    /** What somebody has resolved was another one of these, if that is so and as far as they are there. */
    Change raiseAnew(Change change, boolean isAnother, Attention... reasons) {
        Set<Attention> anew = EnumSet.noneOf(Attention.class);
        anew.addAll(isAnother ? List.of(reasons) : List.of());
        anew.retainAll(attention.all());
        Change raising = change.raising(anew);
        attention.raise(raising.raised());
        return raising;
    }

    /** Who paid what was taken for this payment. */
    void forgetPayer() {
        paidBy = null;
    }

    /** A move that is not legal is not made (rule P3). */
    void settle(Facts facts) {
        PaymentStatus next = facts.status();
        status = status.mayBecome(next) ? next : status;
        Settlement settlement = facts.settlement();
        amountPaidMinor = settlement.amountPaid().minor();
        amountRefundedMinor = settlement.amountRefunded().minor();
        creditedMinor = settlement.credited().minor();
        outstandingMinor = facts.outstanding().minor();
        partlyPaid = facts.isPartlyPaid();
        withdrawable = facts.isWithdrawable();
        transferAwaited = facts.isTransferAwaited();
        paidAt = settlement.settledAt().orElse(status == PaymentStatus.PAID ? paidAt : null);
        facts.dispute().ifPresent(leading -> show(leading, facts.disputedWith(leading)));
        settlement.attempts().paidBy(settlement.payable()).ifPresent(leading -> show(leading, settlement.attempts()));
        attention.settle(facts.attention());
        if (status == PaymentStatus.FAILED) {
            show(facts.attempts().failure().orElse(null));
        } else if (status != PaymentStatus.REJECTED) {
            show((Failure) null);
        }
    }

    final void show(@Nullable Failure failure) {
        failureCode = failure == null ? null : failure.code();
        failureMessage = failure == null ? null : failure.message();
    }

    private void show(PaidBy leading, Attempts attempts) {
        String currency = leading.fee().map(Amount::currency).orElse("");
        paidBy = paidBy();
        paidBy.show(leading, attempts.costs(currency, PaidBy::fee), attempts.costs(currency, PaidBy::net));
    }

    private void show(PaymentDispute leading, Amount amount) {
        if (dispute == null) {
            dispute = new DisputeView(leading, amount);
        } else {
            dispute.show(leading, amount);
        }
    }

    PaymentStatus status() {
        return status;
    }

    AttentionFlags flags() {
        return attention;
    }

    /** What a person should look at. */
    public Set<Attention> attention() {
        return attention.all();
    }

    /** Whether somebody should look at it and nobody has. */
    public boolean needsAttention() {
        return attention.areOpen();
    }

    /** The gateway's time at which all that was asked for had arrived. */
    public @Nullable Instant paidAt() {
        return paidAt;
    }

    public Money amountPaid() {
        return new Money(amountPaidMinor, currency);
    }

    /** Whether nothing that has come stands in the way of withdrawing it; null where only the facts know. */
    public @Nullable Boolean isWithdrawable() {
        return withdrawable;
    }

    /** What is still to come, as long as it is waited for. */
    public Money outstanding() {
        return new Money(outstandingMinor, currency);
    }

    /** What credit notes took off before it was paid. */
    public Money credited() {
        return new Money(creditedMinor, currency);
    }

    /** Whether some of it is here, and some of it is still to come. */
    public boolean isPartlyPaid() {
        return partlyPaid;
    }

    /** Whether a client is to transfer it, and nobody knows whether that will be done. */
    public boolean isTransferAwaited() {
        return transferAwaited;
    }

    /** Who paid, how, and what it cost, as far as it is known. */
    public PaidBy paidBy() {
        return paidBy == null ? PaidBy.nobody() : paidBy;
    }

    /** What has gone back to the client. */
    public Money amountRefunded() {
        return new Money(amountRefundedMinor, currency);
    }

    /** The dispute that a person has to know of. */
    public Optional<DisputeView> dispute() {
        return Optional.ofNullable(dispute).filter(DisputeView::isThere);
    }

    /** Why it stands at failed or rejected; the reason may be unknown. */
    public Optional<Failure> failure() {
        if (status != PaymentStatus.FAILED && status != PaymentStatus.REJECTED) {
            return Optional.empty();
        }
        return Optional.of(new Failure(failureCode, failureMessage == null ? "" : failureMessage));
    }
}
