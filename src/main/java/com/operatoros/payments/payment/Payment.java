package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A payment: what a client owes ({@link Bill}), what is known of it ({@link Facts}) and what that comes to ({@link Outcome}). It is
 * the one place in which facts are taken, and long for that; whoever changes it holds its lock.
 */
@Entity
@Table(name = "payment")
public class Payment {
    @Id
    private UUID id;

    private String reference;

    @Column(name = "pay_token")
    private String payToken;

    private boolean livemode;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Embedded
    private Bill bill;

    /** In an embeddable they would not be persisted. */
    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    private List<PaymentAttempt> attempts = new ArrayList<>();

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    private List<PaymentRefund> refunds = new ArrayList<>();

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    private List<PaymentDispute> disputes = new ArrayList<>();

    @Embedded
    private @Nullable Progress progress;

    @Embedded
    private Outcome outcome;

    /** EclipseLink reads an embeddable whose columns are all empty as null, and writes one that is put there instead. */
    @Embedded
    private @Nullable StripeIds stripe;

    @Embedded
    private @Nullable AtGateway gateway;

    @Embedded
    private @Nullable Correction correction;

    @Version
    private long version;

    protected Payment() {}

    /** A payment that is asked for, before the gateway knows of it (rule P1). */
    Payment(PaymentOrder order, PaymentIdentity identity, String createdBy, Instant createdAt) {
        this.id = identity.id();
        this.reference = identity.reference();
        this.payToken = identity.payToken();
        this.livemode = identity.livemode();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.bill = new Bill(order);
        this.outcome = new Outcome(PaymentStatus.CREATING, order.amount().currency());
    }

    /** Records where the client can pay; the status moves only if no event has moved it before (rule P5). */
    void opened(GatewayAnswer answer, Instant at) {
        answer.ids().forEach(ids()::learn);
        ids().numbered(answer.number());
        here().learn(answer, at);
        progress().opened(at);
        outcome.settle(facts());
    }

    /** Withdraws the payment; money that has arrived is not undone by it (rule P2). */
    Change cancel() {
        return take(() -> progress().ended(PaymentStatus.CANCELED));
    }

    /** Records that the gateway refused the creation for good. */
    void reject(Failure failure) {
        if (status().mayBecome(PaymentStatus.REJECTED)) {
            progress().ended(PaymentStatus.REJECTED);
            outcome.settle(facts());
            outcome.show(failure);
        }
    }

    /** Takes what the gateway says about an attempt to pay (rules P2 and P4). */
    Change report(AttemptReport report) {
        Change change =
                take(() -> Fact.take(attempts, report.attemptId(), report, () -> new PaymentAttempt(this, report)));
        Set<Attention> anew = EnumSet.noneOf(Attention.class);
        // Each surplus and each odd amount is told, not only the first.
        if (change.isMoney() && facts().isSurplus()) {
            anew.add(Attention.OVERPAID);
        }
        if (change.isMoney() && !report.brings(amount())) {
            anew.add(Attention.AMOUNT_MISMATCH);
        }
        return outcome.raiseAnew(change, anew);
    }

    /** Takes what the gateway says about a refund. */
    Change report(RefundReport report) {
        Change change =
                take(() -> Fact.take(refunds, report.refundId(), report, () -> new PaymentRefund(this, report)));
        boolean isAnother = change.isNews() && report.state() == RefundState.FAILED;
        return isAnother ? outcome.raiseAnew(change, Set.of(Attention.REFUND_FAILED)) : change;
    }

    Change report(DisputeReport report) {
        Change change =
                take(() -> Fact.take(disputes, report.disputeId(), report, () -> new PaymentDispute(this, report)));
        boolean isAnother = change.isNews() && report.state().needsResponse();
        return isAnother ? outcome.raiseAnew(change, Set.of(Attention.DISPUTED)) : change;
    }

    /** Takes what an event tells by itself that a person should look at. */
    Change raise(Attention reason) {
        return take(() -> outcome.flags().tell(reason));
    }

    private Change take(BooleanSupplier fact) {
        return outcome.take(fact, this::facts);
    }

    public Facts facts() {
        Attempts tried = new Attempts(bill.type(), attempts, bill.amount());
        Progress so = progress == null ? new Progress() : progress;
        return new Facts(
                so.isOpened(),
                so.end().orElse(null),
                tried,
                refunds,
                disputes,
                outcome.flags().told());
    }

    /** Only for what changes them: reading must not make a payment differ from its row. */
    StripeIds ids() {
        stripe = stripe();
        return stripe;
    }

    AtGateway here() {
        gateway = gateway();
        return gateway;
    }

    Correction correcting() {
        correction = correction();
        return correction;
    }

    private Progress progress() {
        progress = progress == null ? new Progress() : progress;
        return progress;
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    /** The unguessable part of the client's own address of this payment. */
    public String payToken() {
        return payToken;
    }

    public boolean isLive() {
        return livemode;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public Bill bill() {
        return bill;
    }

    public Money amount() {
        return bill.amount();
    }

    public PaymentStatus status() {
        return outcome.status();
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether the client should have paid by now. */
    public boolean isOverdue(LocalDate today) {
        boolean isWaitedFor = status() == PaymentStatus.PENDING || status() == PaymentStatus.FAILED;
        return isWaitedFor && bill.isDueBefore(today);
    }

    public StripeIds stripe() {
        return stripe == null ? StripeIds.none() : stripe;
    }

    public AtGateway gateway() {
        return gateway == null ? new AtGateway() : gateway;
    }

    public Correction correction() {
        return correction == null ? new Correction() : correction;
    }
}
