package com.operatoros.payments.payment;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayAnswer;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a client owes for a project, and how far the payment of it has come. */
@Entity
@Table(name = "payment")
public class Payment {

    @Id
    private UUID id;

    private String reference;
    private PaymentType type;

    @Column(name = "project_name")
    private String projectName;

    @Column(name = "client_name")
    private @Nullable String clientName;

    @Column(name = "client_email")
    private String clientEmail;

    private String description;

    @Column(name = "amount_minor")
    private long amountMinor;

    private Currency currency;
    private boolean livemode;

    @Column(name = "due_date")
    private @Nullable LocalDate dueDate;

    /** The due date, or a day far away where there is none: what has no date is sorted behind what has one. */
    @Column(name = "due_key", insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable")
    private @Nullable LocalDate dueKey;

    @Column(name = "pay_token")
    private String payToken;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    private PaymentStatus status;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "amount_paid_minor")
    private long amountPaidMinor;

    @Column(name = "failure_code")
    private @Nullable String failureCode;

    @Column(name = "failure_message")
    private @Nullable String failureMessage;

    @Embedded
    private Alarms alarms;

    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "ended_as")
    private @Nullable PaymentStatus endedAs;

    @Column(name = "amount_refunded_minor")
    private long amountRefundedMinor;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "send_email")
    private boolean sendEmail;

    @Column(name = "stripe_mailed_at")
    private @Nullable Instant stripeMailedAt;

    @Column(name = "replaces_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacesId;

    @Column(name = "replaced_by_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacedById;

    /** EclipseLink reads an embeddable whose columns are all empty as null, and writes one that is put there instead. */
    @Embedded
    private @Nullable StripeIds stripe;

    @Embedded
    private @Nullable GatewayPages pages;

    @Embedded
    private @Nullable LeadingDispute dispute;

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    private List<PaymentAttempt> attempts;

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    private List<PaymentRefund> refunds;

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    private List<PaymentDispute> disputes;

    @Version
    private long version;

    protected Payment() {}

    private Payment(PaymentIdentity identity, PaymentOrder order, String createdBy, Instant createdAt) {
        this.id = identity.id();
        this.reference = identity.reference();
        this.payToken = identity.payToken();
        this.livemode = identity.livemode();
        this.type = order.type();
        this.projectName = order.projectName();
        this.clientName = order.clientName();
        this.clientEmail = order.clientEmail();
        this.description = order.description();
        this.amountMinor = order.amount().minor();
        this.currency = order.amount().currency();
        this.dueDate = order.dueDate();
        this.sendEmail = order.sendEmail();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.status = PaymentStatus.CREATING;
        this.alarms = new Alarms();
        this.attempts = new ArrayList<>();
        this.refunds = new ArrayList<>();
        this.disputes = new ArrayList<>();
    }

    /** The same once more, with an invoice due after as many days as this one was. */
    public PaymentOrder again(LocalDate createdOn, LocalDate today) {
        LocalDate due = dueDate == null ? null : today.plusDays(ChronoUnit.DAYS.between(createdOn, dueDate));
        return new PaymentOrder(type, projectName, clientName, clientEmail, amount(), description, due, sendEmail);
    }

    /** What an order would lead to; its reference and its address are not known yet. */
    public static Payment preview(PaymentOrder order, boolean livemode, Instant now) {
        return intend(order, new PaymentIdentity(UUID.randomUUID(), "OP-…", "…", livemode), "", now);
    }

    /** The intent to be paid, before the gateway has been asked (rule P1). */
    static Payment intend(PaymentOrder order, PaymentIdentity identity, String createdBy, Instant createdAt) {
        return new Payment(identity, order, createdBy, createdAt);
    }

    /** Records where the client can pay; the status moves only if no event has moved it before (rule P5). */
    void opened(GatewayAnswer answer, Instant at) {
        answer.ids().forEach(ids()::learn);
        ids().numbered(answer.number());
        refreshed(answer, at);
        openedAt = openedAt == null ? at : openedAt;
        settle();
    }

    /** Records the addresses of the gateway's pages, read anew. */
    void refreshed(GatewayAnswer answer, Instant at) {
        if (pages == null) {
            pages = new GatewayPages();
        }
        pages.learn(answer, at);
    }

    /** Withdraws the payment; money that has arrived is not undone by it (rule P2). */
    Change cancel() {
        return take(() -> {
            boolean isNews = endedAs == null;
            endedAs = isNews ? PaymentStatus.CANCELED : endedAs;
            return isNews;
        });
    }

    /** A person has seen to these reasons. */
    void resolve(Set<Attention> seen) {
        alarms.resolve(seen);
    }

    void checked(Instant at) {
        checkedAt = at;
    }

    void mailedByGateway(Instant at) {
        stripeMailedAt = at;
    }

    /** The correction of this payment came to nothing. */
    void keepInstead() {
        replacedById = null;
    }

    /** Makes this payment the correction of another one; each points at the other. */
    void replace(Payment old) {
        replacesId = old.id;
        old.replacedById = id;
    }

    /** Records that the gateway refused the creation for good. */
    void reject(Failure failure) {
        if (status.mayBecome(PaymentStatus.REJECTED)) {
            endedAs = PaymentStatus.REJECTED;
            settle();
            show(failure);
        }
    }

    /** Remembers an object that belongs to the payment. */
    void learn(ObjectKind kind, String stripeId) {
        ids().learn(kind, stripeId);
    }

    /** Shows the ids that belong to the intent that a person wants to see first. */
    void arrange(List<StripeObject> objects) {
        Attempts known = facts().attempts();
        Optional<String> leading = known.leadingIntent();
        leading.ifPresent(intent -> learn(ObjectKind.PAYMENT_INTENT, intent));
        for (ObjectKind kind : List.of(ObjectKind.CHECKOUT_SESSION, ObjectKind.CHARGE)) {
            List<StripeObject> ofKind =
                    objects.stream().filter(object -> object.isOf(kind)).toList();
            List<String> ofLeading = ofKind.stream()
                    .filter(object -> leading.isPresent() && object.isOfIntent(leading.get()))
                    .map(StripeObject::id)
                    .toList();
            List<String> any = ofKind.stream().map(StripeObject::id).toList();
            known.leadingOf(ofLeading.isEmpty() ? any : ofLeading).ifPresent(id -> learn(kind, id));
        }
    }

    /** Takes what the gateway says about an attempt to pay (rules P2 and P4). */
    Change report(AttemptReport report) {
        Change change = take(() -> advance(report));
        Set<Attention> raised = EnumSet.noneOf(Attention.class);
        raised.addAll(change.raised());
        // Each surplus and each odd amount is told, not only the first.
        if (change.isMoney() && facts().isSurplus()) {
            raised.add(Attention.OVERPAID);
        }
        if (change.isMoney() && alarms.all().contains(Attention.AMOUNT_MISMATCH) && !report.brings(amount())) {
            raised.add(Attention.AMOUNT_MISMATCH);
        }
        alarms.raise(raised);
        return new Change(change.from(), change.to(), change.isNews(), change.isMoney(), raised);
    }

    /** Takes what the gateway says about a refund. */
    Change report(RefundReport report) {
        Change change = take(() -> advance(report));
        return report.state() == RefundState.FAILED ? raiseAnew(change, Attention.REFUND_FAILED) : change;
    }

    /** Takes what the gateway says about a dispute. */
    Change report(DisputeReport report) {
        Change change = take(() -> advance(report));
        return report.state().needsResponse() ? raiseAnew(change, Attention.DISPUTED) : change;
    }

    /** What somebody has seen to was another one. */
    private Change raiseAnew(Change change, Attention reason) {
        if (!change.isNews() || !alarms.all().contains(reason)) {
            return change;
        }
        Set<Attention> raised = EnumSet.of(reason);
        raised.addAll(change.raised());
        alarms.raise(raised);
        return new Change(change.from(), change.to(), true, change.isMoney(), raised);
    }

    /** Takes an alarm that an event tells by itself. */
    Change alarm(Attention reason) {
        return take(() -> alarms.tell(reason));
    }

    private Change take(BooleanSupplier fact) {
        PaymentStatus before = status;
        Set<Attention> raised = EnumSet.allOf(Attention.class);
        raised.removeAll(alarms.all());
        Map<String, Long> money = money();
        boolean isNews = fact.getAsBoolean();
        settle();
        raised.retainAll(alarms.all());
        alarms.raise(raised);
        return new Change(before, status, isNews, !money().equals(money), raised);
    }

    private boolean advance(AttemptReport report) {
        for (PaymentAttempt attempt : attempts) {
            if (attempt.id().equals(report.attemptId())) {
                return attempt.advance(report);
            }
        }
        attempts.add(new PaymentAttempt(this, report));
        return true;
    }

    private boolean advance(RefundReport report) {
        for (PaymentRefund refund : refunds) {
            if (refund.id().equals(report.refundId())) {
                return refund.advance(report);
            }
        }
        refunds.add(new PaymentRefund(this, report));
        return true;
    }

    private boolean advance(DisputeReport report) {
        for (PaymentDispute dispute : disputes) {
            if (dispute.id().equals(report.disputeId())) {
                return dispute.advance(report);
            }
        }
        disputes.add(new PaymentDispute(this, report));
        return true;
    }

    Facts facts() {
        Attempts known = new Attempts(type, attempts, amount());
        return new Facts(openedAt != null, endedAs, known, refunds, disputes, alarms.told());
    }

    /** Writes down what the facts come to. */
    private void settle() {
        Facts facts = facts();
        PaymentStatus next = facts.status();
        status = status.mayBecome(next) ? next : status;
        amountPaidMinor = facts.attempts().amountPaid().minor();
        amountRefundedMinor = facts.amountRefunded().minor();
        paidAt = facts.attempts().settledAt().orElse(status == PaymentStatus.PAID ? paidAt : null);
        facts.dispute().ifPresent(this::show);
        alarms.settle(facts.attention());
        if (status == PaymentStatus.FAILED) {
            show(facts.attempts().failure().orElse(null));
        } else if (status != PaymentStatus.REJECTED) {
            show((Failure) null);
        }
    }

    private void show(PaymentDispute leading) {
        if (dispute == null) {
            dispute = new LeadingDispute(leading);
        } else {
            dispute.show(leading);
        }
    }

    private void show(@Nullable Failure failure) {
        failureCode = failure == null ? null : failure.code();
        failureMessage = failure == null ? null : failure.message();
    }

    /** What it is searched for, folded here, so that it does not depend on the database's locale. */
    String searchTerm() {
        return Stream.of(projectName, clientName, clientEmail, reference)
                .filter(text -> text != null)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public PaymentType type() {
        return type;
    }

    public String projectName() {
        return projectName;
    }

    public @Nullable String clientName() {
        return clientName;
    }

    public String clientEmail() {
        return clientEmail;
    }

    public String description() {
        return description;
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public Money amountPaid() {
        return new Money(amountPaidMinor, currency);
    }

    /** All that arrived, in minor units by the code of its currency. */
    public Map<String, Long> money() {
        return facts().attempts().money();
    }

    /** What the banks of the clients have taken for disputes, until they are decided or for good. */
    public Money amountDisputed() {
        return facts().amountDisputed();
    }

    /** More than was asked for, as far as it has not gone back; zero when there is no more. */
    public Money surplus() {
        return facts().surplus();
    }

    /** What has gone or is going back to the client. */
    public Money amountRefunded() {
        return new Money(amountRefundedMinor, currency);
    }

    /** What the intents of the gateway brought, in minor units of the currency that was asked for. */
    long paidByIntents() {
        return facts().attempts().refundable().stream()
                .mapToLong(PaymentAttempt::amountMinor)
                .reduce(0, Math::addExact);
    }

    /** What can still be refunded at the gateway, of which the admin may have said that it was paid elsewhere. */
    public Money refundable() {
        return facts().refundable();
    }

    /** What each intent still holds, in minor units of the currency that was asked for; the latest money first. */
    public Map<String, Long> refundableParts() {
        return facts().refundableParts();
    }

    /** Whether it goes back by a credit note: a surplus that came beside the invoice can't be credited on it. */
    public boolean isCreditable() {
        return type == PaymentType.INVOICE && facts().isCreditable();
    }

    /** The dispute that a person has to know of. */
    public Optional<DisputeView> dispute() {
        return Optional.ofNullable(dispute).flatMap(shown -> shown.view(currency));
    }

    /** Every refund, the oldest first. */
    public List<PaymentRefund> refunds() {
        return refunds.stream()
                .sorted(Comparator.comparing(PaymentRefund::createdAt).thenComparing(PaymentRefund::id))
                .toList();
    }

    /** Whether somebody should look at it and nobody has. */
    public boolean needsAttention() {
        return alarms.areUnseen();
    }

    /** When the gateway was last asked how it stands. */
    public @Nullable Instant checkedAt() {
        return checkedAt;
    }

    public boolean isLive() {
        return livemode;
    }

    /** The last day to pay an invoice, in the business's zone; a link has none. */
    public @Nullable LocalDate dueDate() {
        return dueDate;
    }

    /** Whether the client should have paid by now. */
    public boolean isOverdue(LocalDate today) {
        boolean isWaitedFor = status == PaymentStatus.PENDING || status == PaymentStatus.FAILED;
        return dueDate != null && isWaitedFor && dueDate.isBefore(today);
    }

    /** The unguessable part of the client's own address of this payment. */
    public String payToken() {
        return payToken;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public PaymentStatus status() {
        return status;
    }

    /** The gateway's page on which the client pays. */
    public @Nullable String url() {
        return pages == null ? null : pages.url();
    }

    /** The gateway's page of the invoice as a PDF; a link has none. */
    public @Nullable String pdfUrl() {
        return pages == null ? null : pages.pdfUrl();
    }

    /** When the gateway gave the addresses of its pages, which do not last. */
    public @Nullable Instant urlReadAt() {
        return pages == null ? null : pages.urlReadAt();
    }

    /** Whether the client is to get it by e-mail. */
    public boolean sendsEmail() {
        return sendEmail;
    }

    /** Whether the mail that brings it to the client is ours to send. */
    public boolean isMailedBy(BillingProfile profile) {
        return profile.mails(type == PaymentType.LINK, livemode);
    }

    /** When Stripe was asked to mail it; null when it was not. */
    public @Nullable Instant stripeMailedAt() {
        return stripeMailedAt;
    }

    /** The payment that this one was made to correct. */
    public Optional<UUID> replaces() {
        return Optional.ofNullable(replacesId);
    }

    /** The payment that was made to correct this one. */
    public Optional<UUID> replacedBy() {
        return Optional.ofNullable(replacedById);
    }

    public @Nullable Instant paidAt() {
        return paidAt;
    }

    /** Why the payment stands at failed or rejected; the reason may be unknown. */
    public Optional<Failure> failure() {
        if (status != PaymentStatus.FAILED && status != PaymentStatus.REJECTED) {
            return Optional.empty();
        }
        return Optional.of(new Failure(failureCode, failureMessage == null ? "" : failureMessage));
    }

    public Set<Attention> attention() {
        return alarms.all();
    }

    public StripeIds stripe() {
        return stripe == null ? StripeIds.none() : stripe;
    }

    /** Only for what changes them: reading a payment must not make it differ from its row. */
    private StripeIds ids() {
        if (stripe == null) {
            stripe = StripeIds.none();
        }
        return stripe;
    }

    /** Whether a failure of this intent is known with its reason. */
    boolean knowsReasonOf(String intentId) {
        return attempts.stream().anyMatch(attempt -> attempt.intentId().equals(intentId) && attempt.failure() != null);
    }
}
