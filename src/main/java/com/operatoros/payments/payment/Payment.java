package com.operatoros.payments.payment;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    @Column(name = "search_text")
    private String searchText;

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
    private @Nullable String url;

    @Column(name = "paid_at")
    private @Nullable Instant paidAt;

    @Column(name = "amount_paid_minor")
    private long amountPaidMinor;

    @Column(name = "failure_code")
    private @Nullable String failureCode;

    @Column(name = "failure_message")
    private @Nullable String failureMessage;

    @Convert(converter = Converters.OfAttention.class)
    private Set<Attention> attention;

    @Column(name = "needs_attention")
    private boolean needsAttention;

    @Column(name = "send_email")
    private boolean sendEmail;

    @Column(name = "stripe_mailed_at")
    private @Nullable Instant stripeMailedAt;

    @Column(name = "pdf_url")
    private @Nullable String pdfUrl;

    @Column(name = "url_read_at")
    private @Nullable Instant urlReadAt;

    @Column(name = "replaces_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacesId;

    @Column(name = "replaced_by_id")
    @Convert(converter = UuidConverter.class)
    private @Nullable UUID replacedById;

    /** EclipseLink reads an embeddable whose columns are all empty as null, and writes one that is put there instead. */
    @Embedded
    private @Nullable StripeIds stripe;

    @OneToMany(mappedBy = "payment", cascade = CascadeType.PERSIST)
    private List<PaymentAttempt> attempts;

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
        this.attention = EnumSet.noneOf(Attention.class);
        this.attempts = new ArrayList<>();
        this.searchText = searchable(order, identity.reference());
    }

    /** The same once more, with an invoice due after as many days as this one was. */
    PaymentOrder again(LocalDate createdOn, LocalDate today) {
        LocalDate due = dueDate == null ? null : today.plusDays(ChronoUnit.DAYS.between(createdOn, dueDate));
        return new PaymentOrder(type, projectName, clientName, clientEmail, amount(), description, due, sendEmail);
    }

    /** The intent to be paid, before the gateway has been asked (rule P1). */
    static Payment intend(PaymentOrder order, PaymentIdentity identity, String createdBy, Instant createdAt) {
        return new Payment(identity, order, createdBy, createdAt);
    }

    /** Records where the client can pay; the status moves only if no event has moved it before (rule P5). */
    void opened(Learnt learnt, Instant at) {
        learnt.ids().forEach(ids()::learn);
        ids().numbered(learnt.number());
        refreshed(learnt, at);
        if (status == PaymentStatus.CREATING) {
            status = PaymentStatus.PENDING;
        }
    }

    /** Records the addresses of the gateway's pages, read anew. */
    void refreshed(Learnt learnt, Instant at) {
        if (learnt.url() != null) {
            url = learnt.url();
            urlReadAt = at;
        }
        if (learnt.pdfUrl() != null) {
            pdfUrl = learnt.pdfUrl();
        }
    }

    /** Withdraws the payment; money that has arrived is not undone by it (rule P2). */
    void cancel() {
        if (status.mayBecome(PaymentStatus.CANCELED)) {
            status = PaymentStatus.CANCELED;
            show(null);
        }
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
            status = PaymentStatus.REJECTED;
            show(failure);
        }
    }

    /**
     * Remembers an id; once the payment is paid, only those of the paying intent replace what is known.
     *
     * @param intentId the intent to which the object belongs, where that is known
     */
    void learn(StripeObjectKind kind, String stripeId, @Nullable String intentId) {
        boolean isOfPayingIntent = intentId != null && intentId.equals(stripe().paymentIntent());
        if (status != PaymentStatus.PAID
                || isOfPayingIntent
                || stripe().find(kind).isEmpty()) {
            ids().learn(kind, stripeId);
        }
    }

    /** Takes what the gateway says about an attempt to pay (rules P2 and P4). */
    Effect report(AttemptReport report) {
        PaymentStatus before = status;
        Attempts known = new Attempts(attempts, amount());
        boolean isMoney = report.state() == AttemptState.PAID && !known.hasPaid(report.intentId());
        boolean isSurplus = isMoney && !known.paid().isEmpty();
        boolean isNews = advance(report);
        settle(known);
        Set<Attention> raised = EnumSet.noneOf(Attention.class);
        if (isSurplus) {
            raised.add(Attention.OVERPAID);
        }
        if (isMoney && !report.brings(amount())) {
            raised.add(Attention.AMOUNT_MISMATCH);
        }
        if (status == PaymentStatus.PAID && (before == PaymentStatus.CANCELED || before == PaymentStatus.REJECTED)) {
            raised.add(Attention.PAID_AFTER_CANCEL);
        }
        raise(raised);
        return new Effect(before, status, isNews, isMoney, raised);
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

    private void settle(Attempts known) {
        known.status().filter(status::mayBecome).ifPresent(next -> status = next);
        amountPaidMinor = known.amountPaid().minor();
        paidAt = known.paidAt().orElse(null);
        if (status == PaymentStatus.FAILED) {
            show(known.failure().orElse(null));
        } else if (status != PaymentStatus.REJECTED) {
            show(null);
        }
    }

    private void raise(Set<Attention> raised) {
        if (!attention.containsAll(raised)) {
            // A new set: a change inside the old one would not be seen as a change of the column.
            Set<Attention> all = EnumSet.copyOf(raised);
            all.addAll(attention);
            attention = all;
            needsAttention = true;
        }
    }

    private void show(@Nullable Failure failure) {
        failureCode = failure == null ? null : failure.code();
        failureMessage = failure == null ? null : failure.message();
    }

    private static String searchable(PaymentOrder order, String reference) {
        return Stream.of(order.projectName(), order.clientName(), order.clientEmail(), reference)
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
        return url;
    }

    /** The gateway's page of the invoice as a PDF; a link has none. */
    public @Nullable String pdfUrl() {
        return pdfUrl;
    }

    /** When the gateway gave the addresses of its pages, which do not last. */
    public @Nullable Instant urlReadAt() {
        return urlReadAt;
    }

    /** Whether the client is to get it by e-mail. */
    public boolean sendsEmail() {
        return sendEmail;
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
        return Set.copyOf(attention);
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
