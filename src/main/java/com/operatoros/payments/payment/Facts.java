package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        Settlement settlement,
        Collection<PaymentDispute> disputes,
        Collection<PaymentSuspicion> suspicions,
        Set<Attention> told) {

    static Facts of(
            Bill bill,
            Progress so,
            Attempts attempts,
            Invoices invoices,
            Collection<PaymentRefund> refunds,
            Collection<PaymentDispute> disputes,
            Collection<PaymentSuspicion> suspicions,
            AttentionFlags flags) {
        Settlement settlement =
                new Settlement(bill.type(), bill.ordered(), attempts, invoices, refunds, so.acceptance());
        return new Facts(so.isOpened(), so.end().orElse(null), settlement, disputes, suspicions, flags.told());
    }

    /** A client who has the wrong card tries a few times; programs that try cards go on and on. */
    private static final int MANY_FAILURES = 10;

    /** Money wins, then the end that somebody gave it, then the best of the attempts. */
    PaymentStatus status() {
        if (settlement.settledAt().isPresent()) {
            return PaymentStatus.PAID;
        }
        if (endedAs != null) {
            return endedAs;
        }
        if (settlement.invoices().isWithdrawn(settlement.ordered().currency())) {
            return PaymentStatus.CANCELED;
        }
        if (attempts().areProcessing()) {
            return PaymentStatus.PROCESSING;
        }
        if (attempts().haveFailed()) {
            return attempts().areWaiting() ? PaymentStatus.PENDING : PaymentStatus.FAILED;
        }
        return isOpened ? PaymentStatus.PENDING : PaymentStatus.CREATING;
    }

    Attempts attempts() {
        return settlement.attempts();
    }

    /** How often a client tried to pay in vain. */
    public int failures() {
        return attempts().failures();
    }

    /** Whether a client is to transfer money, or to pay at a counter, and nobody knows whether that will be done. */
    public boolean isTransferAwaited() {
        return status() == PaymentStatus.PENDING && attempts().areWaiting();
    }

    /** What is still to come; nothing is waited for once it is settled or ended. */
    public Money outstanding() {
        return status().isOpen()
                ? settlement.outstanding()
                : Money.zero(settlement.ordered().currency());
    }

    /** Whether some of it is here, and some of it is still to come. */
    boolean isPartlyPaid() {
        return settlement.kept() > 0 && outstanding().minor() > 0;
    }

    /** What can still be given back. */
    public Refundable refundability() {
        return new Refundable(settlement.ordered().currency(), attempts(), settlement.refunds(), disputes);
    }

    /** What can still be given back: the money of the gateway's intents, without what goes back already. */
    public Money refundable() {
        return refundability().total();
    }

    /** Whose money is known to be here, of any currency. */
    public List<IntentId> intentsWithMoney() {
        return attempts().paid().stream()
                .filter(attempt -> !attempt.isOutside())
                .map(PaymentAttempt::intentId)
                .toList();
    }

    /** Whether money is here that was not given back. */
    public boolean isMoneyHere() {
        return settlement.isMoneyHere();
    }

    /** How much more is here than has to be; what banks have taken is not here. */
    public Money surplus() {
        return settlement.surplus(refundability().held());
    }

    /** Whether it can be withdrawn as it is: the gateway voids no invoice on which something was paid, whatever became of that. */
    public boolean isWithdrawable() {
        return !isMoneyHere() && !isInvoiceBegun();
    }

    /** Whether a person can take it as settled by what has arrived, which may be nothing, or nothing any more. */
    public boolean isAcceptable() {
        return isMoneyHere() || isInvoiceBegun() || isThroughForNothing();
    }

    /** Whether the gateway still asks for the rest of an invoice. */
    private boolean isInvoiceBegun() {
        return settlement.type() == PaymentType.INVOICE
                && status().isOpen()
                && settlement.amountPaid().minor() > 0;
    }

    /** Whether the gateway has brought money, as against what people have said of money elsewhere. */
    public boolean isPaidThere() {
        return !attempts().refundable().isEmpty();
    }

    /** All that arrived, one amount for each currency, by their codes. */
    public List<Amount> money() {
        return settlement.arrived();
    }

    /** Every refund, the oldest first. */
    public List<PaymentRefund> refundsByTime() {
        return settlement.refunds().stream()
                .sorted(Comparator.comparing(PaymentRefund::createdAt).thenComparing(PaymentRefund::id))
                .toList();
    }

    /** The dispute that a person has to know of. */
    Optional<PaymentDispute> dispute() {
        return disputes.stream().min(PaymentDispute.BY_WEIGHT);
    }

    /** What is disputed together with it, as several disputes of one charge are. */
    Amount disputedWith(PaymentDispute leading) {
        return disputes.stream()
                .filter(dispute -> dispute.weight() == leading.weight())
                .map(PaymentDispute::amount)
                .filter(leading.amount()::isLike)
                .reduce(new Amount(0, leading.amount().currency()), Amount::plus);
    }

    /** What a person should look at (rule P4). */
    Set<Attention> attention() {
        Set<Attention> attention = EnumSet.noneOf(Attention.class);
        add(attention, Attention.OVERPAID, surplus().minor() > 0);
        add(attention, Attention.FINALIZATION_FAILED, told.contains(Attention.FINALIZATION_FAILED) && !isOpened);
        add(attention, Attention.AMOUNT_MISMATCH, settlement.isOdd() || isThroughForNothing());
        add(attention, Attention.FRAUD_WARNING, isSuspected(SuspicionKind.FRAUD_WARNING) && isRefundOfUse());
        add(attention, Attention.UNDER_REVIEW, isSuspected(SuspicionKind.REVIEW));
        add(attention, Attention.CARD_TESTING, status().isWaitedFor() && failures() >= MANY_FAILURES);
        add(attention, Attention.PAID_AFTER_CANCEL, isPaidInSpite());
        add(attention, Attention.DISPUTED, disputes.stream().anyMatch(PaymentDispute::needsAttention));
        add(
                attention,
                Attention.REFUND_FAILED,
                settlement.refunds().stream().anyMatch(refund -> refund.state().isTakenBack()));
        return attention;
    }

    /** Whether the client was through with the page and paid nothing, and nobody has said what becomes of that. */
    private boolean isThroughForNothing() {
        return status().isWaitedFor() && !isMoneyHere() && attempts().areFree();
    }

    private boolean isSuspected(SuspicionKind kind) {
        return suspicions.stream().anyMatch(suspicion -> suspicion.isOpen(kind));
    }

    /** Whether money can still go back before a bank takes it. */
    private boolean isRefundOfUse() {
        return refundable().minor() > 0 && disputes.isEmpty();
    }

    /** Whether it was paid although it had been withdrawn, and nobody has said that this is all right. */
    private boolean isPaidInSpite() {
        return status() == PaymentStatus.PAID
                && settlement.acceptance() == null
                && (endedAs != null || settlement.invoices().hadEnded());
    }

    /** What the banks of the clients have taken, one amount for each currency. */
    public List<Amount> disputed() {
        return disputes.stream()
                .filter(dispute -> dispute.state().isMoneyTaken())
                .map(PaymentDispute::amount)
                .collect(Collectors.toMap(Amount::currency, amount -> amount, Amount::plus, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    /**
     * Whether money goes back by a credit note: a surplus that came beside the invoice can't be credited on it, and a link has
     * none.
     */
    public boolean isCreditable() {
        return settlement.type() == PaymentType.INVOICE
                && status() == PaymentStatus.PAID
                && endedAs == null
                && settlement.surplus(0).minor() == 0;
    }

    private static void add(Set<Attention> all, Attention reason, boolean isTrue) {
        if (isTrue) {
            all.add(reason);
        }
    }
}
