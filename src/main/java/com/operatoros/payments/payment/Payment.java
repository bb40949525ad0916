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
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
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

    @Embedded
    private StripeIds stripe;

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
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.status = PaymentStatus.CREATING;
        this.attention = EnumSet.noneOf(Attention.class);
        this.stripe = StripeIds.none();
        this.attempts = new ArrayList<>();
        this.searchText = searchable(order, identity.reference());
    }

    /** The intent to be paid, before the gateway has been asked (rule P1). */
    static Payment intend(PaymentOrder order, PaymentIdentity identity, String createdBy, Instant createdAt) {
        return new Payment(identity, order, createdBy, createdAt);
    }

    /** EclipseLink reads an embeddable whose columns are all empty as null. */
    @PostLoad
    @SuppressWarnings({"NullAway", "unused"})
    private void completeEmbedded() {
        if (stripe == null) {
            stripe = StripeIds.none();
        }
    }

    /** Records the link; the status moves only if no event has moved it before (rule P5). */
    void linkCreated(String linkId, String linkUrl) {
        stripe.learn(StripeObjectKind.PAYMENT_LINK, linkId);
        url = linkUrl;
        if (status == PaymentStatus.CREATING) {
            status = PaymentStatus.PENDING;
        }
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
        boolean isOfPayingIntent = intentId != null && intentId.equals(stripe.paymentIntent());
        if (status != PaymentStatus.PAID
                || isOfPayingIntent
                || stripe.find(kind).isEmpty()) {
            stripe.learn(kind, stripeId);
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
        return stripe;
    }

    /** Whether a failure of this intent is known with its reason. */
    boolean knowsReasonOf(String intentId) {
        return attempts.stream().anyMatch(attempt -> attempt.intentId().equals(intentId) && attempt.failure() != null);
    }
}
