package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.CreditNoteReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.InvoiceReport;
import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.SuspicionReport;
import com.operatoros.payments.money.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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

    @Embedded
    private PaymentOrigin origin;

    @Embedded
    private Bill bill;

    /** All that is known, of all kinds. */
    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST, targetEntity = Fact.class)
    private List<Fact<?>> known = new ArrayList<>();

    @Embedded
    private @Nullable Progress progress;

    @Embedded
    private Outcome outcome;

    /** EclipseLink reads an embeddable whose columns are all empty as null, and writes one that is put there instead. */
    @Embedded
    private @Nullable StripeIds stripe;

    @Embedded
    private @Nullable AtGateway gateway;

    @Version
    private long version;

    protected Payment() {}

    /** A payment that is asked for, before the gateway knows of it (rule P1). */
    Payment(PaymentOrder order, PaymentOrigin origin) {
        this.id = UUID.randomUUID();
        this.origin = origin;
        this.bill = new Bill(order);
        this.outcome = new Outcome(PaymentStatus.CREATING, order.amount());
    }

    /** Records where the client can pay; the status moves only if no event has moved it before (rule P5). */
    void opened(GatewayAnswer answer, Instant at) {
        answer.ids().forEach(ids()::learn);
        ids().numbered(answer.number());
        here().learn(answer, at);
        progressing().opened(at);
        outcome.settle(facts());
        answer.told().ifPresent(this::report);
    }

    /** Withdraws the payment; money that has arrived is not undone by it (rule P2). */
    Change cancel() {
        return take(() -> progressing().ended(PaymentStatus.CANCELED));
    }

    /** Records that the gateway refused the creation for good. */
    void reject(Failure failure) {
        if (status().mayBecome(PaymentStatus.REJECTED)) {
            progressing().ended(PaymentStatus.REJECTED);
            outcome.settle(facts());
            outcome.show(failure);
        }
    }

    /** Takes what the gateway says about an attempt to pay (rules P2 and P4): each surplus and each odd amount is told. */
    Change report(AttemptReport report) {
        Change change = take(PaymentAttempt.class, report.attemptId(), report, PaymentAttempt::new);
        return outcome.raiseAnew(change, change.isMoney(), Attention.OVERPAID, Attention.AMOUNT_MISMATCH);
    }

    /** Takes how an invoice stands, which may be one that has taken the place of another (rules P8 and P9). */
    Change report(InvoiceReport report) {
        return take(PaymentInvoice.class, report.id().value(), report, PaymentInvoice::new);
    }

    Change report(PayerReport report) {
        return take(PaymentPayer.class, report.intentId().value(), report, PaymentPayer::new);
    }

    Change report(CreditNoteReport report) {
        return take(PaymentCredit.class, report.noteId(), report, PaymentCredit::new);
    }

    /** Takes what the gateway says about a refund; each one that comes back is told. */
    Change report(RefundReport report) {
        Change change = take(PaymentRefund.class, report.refundId(), report, PaymentRefund::new);
        boolean isAnother = change.isNews() && report.state().isTakenBack();
        return outcome.raiseAnew(change, isAnother, Attention.REFUND_FAILED);
    }

    /** Takes what the gateway says about a dispute; each one that a person has to see to is told. */
    Change report(DisputeReport report) {
        Change change = take(PaymentDispute.class, report.disputeId(), report, PaymentDispute::new);
        return outcome.raiseAnew(change, change.isNews(), Attention.DISPUTED);
    }

    /** Takes what somebody suspects; each suspicion is told. */
    Change report(SuspicionReport report) {
        Change change = take(PaymentSuspicion.class, report.suspicionId(), report, PaymentSuspicion::new);
        boolean isAnother = change.isNews() && report.isOpen();
        return outcome.raiseAnew(change, isAnother, Attention.of(report.kind()));
    }

    /** A person takes what has arrived as settling it (rule P10). */
    Change accept(Progress.Acceptance acceptance) {
        return take(() -> progressing().accepted(acceptance));
    }

    /** Takes a report about the fact of this id, which may be the first one. */
    private <R, F extends Fact<R>> Change take(
            Class<F> kind, String factId, R report, BiFunction<Payment, R, F> first) {
        return take(() -> all(kind).stream()
                .filter(fact -> fact.id().equals(factId))
                .findFirst()
                .map(fact -> fact.advance(report))
                .orElseGet(() -> known.add(first.apply(this, report))));
    }

    private <F extends Fact<?>> List<F> all(Class<F> kind) {
        return known.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Change take(BooleanSupplier fact) {
        Change change = outcome.take(fact, this::facts);
        bill.asks(facts().settlement().asked());
        facts().settlement().invoices().revision().ifPresent(current -> {
            ids().revised(current);
            here().learn(current);
        });
        return change;
    }

    public Facts facts() {
        Attempts tried = new Attempts(bill.ordered().currency(), all(PaymentAttempt.class), all(PaymentPayer.class));
        Invoices billed = new Invoices(all(PaymentInvoice.class), all(PaymentCredit.class));
        return Facts.of(
                bill,
                progress(),
                tried,
                billed,
                all(PaymentRefund.class),
                all(PaymentDispute.class),
                all(PaymentSuspicion.class),
                outcome.flags());
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

    Progress progressing() {
        progress = progress();
        return progress;
    }

    public UUID id() {
        return id;
    }

    public PaymentOrigin origin() {
        return origin;
    }

    public String reference() {
        return origin.reference();
    }

    public boolean isLive() {
        return origin.isLive();
    }

    public Instant createdAt() {
        return origin.createdAt();
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
        return status().isWaitedFor() && bill.isDueBefore(today);
    }

    public StripeIds stripe() {
        return stripe == null ? StripeIds.none() : stripe;
    }

    public Progress progress() {
        return progress == null ? new Progress() : progress;
    }

    public AtGateway gateway() {
        return gateway == null ? new AtGateway() : gateway;
    }
}
