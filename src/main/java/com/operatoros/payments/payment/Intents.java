package com.operatoros.payments.payment;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.request.Initiator;
import com.operatoros.payments.request.RequestKeys;
import com.operatoros.payments.text.Texts;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commits what an admin wants before anybody is asked for it (rule P1). */
@Stateless
public class Intents {

    private static final Duration LEASE = Duration.ofSeconds(15);

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private PaymentLedger ledger;

    @Inject
    private OperationRequests requests;

    @Inject
    private ActionPolicy policy;

    @Inject
    private RequestKeys keys;

    @Inject
    private BillingProfile profile;

    @Inject
    private Event<PaymentNews> news;

    @Inject
    private Clock clock;

    /** An operation that is committed and may be carried out by whoever began it. */
    public record Begun(Payment payment, Claim claim) {}

    public Begun create(PaymentOrder order, Initiator by) {
        Payment payment = intend(order, by);
        return begun(payment, creation(payment, by));
    }

    /** The order of a payment once more, with an invoice due after as many days as that one was. */
    public PaymentOrder again(Payment payment) {
        LocalDate createdOn = LocalDate.ofInstant(payment.createdAt(), profile.zone());
        return payment.again(createdOn, profile.today(clock));
    }

    /** Withdraws the payment; nothing when its state does not allow it. */
    public Optional<Begun> cancel(UUID id, Initiator by) {
        Payment payment = ledger.lock(id);
        if (!allows(payment, PaymentAction.CANCEL)) {
            return Optional.empty();
        }
        keys.bind(by, id);
        act(payment, by, "history.asked_cancel", null);
        return Optional.of(begun(payment, cancellation(payment, by)));
    }

    /** Marks an invoice as paid outside of the gateway; nothing when its state does not allow it. */
    public Optional<Begun> markPaid(UUID id, @Nullable String note, Initiator by) {
        Payment payment = ledger.lock(id);
        if (!allows(payment, PaymentAction.MARK_PAID)) {
            return Optional.empty();
        }
        keys.bind(by, id);
        act(payment, by, note == null ? "history.asked_mark_paid" : "history.asked_mark_paid_note", note);
        return Optional.of(begun(payment, operation(payment, OperationKind.MARK_PAID, by)));
    }

    /**
     * Gives money back; nothing when the state does not allow it, or when so much is not left.
     *
     * @param wanted null for all that is left
     */
    public Optional<Begun> refund(UUID id, @Nullable Money wanted, @Nullable String reason, Initiator by) {
        Payment payment = ledger.lock(id);
        Money left = payment.refundable();
        boolean isLeft = wanted == null || wanted.minor() <= left.minor();
        if (!allows(payment, PaymentAction.REFUND) || !isLeft) {
            return Optional.empty();
        }
        keys.bind(by, id);
        Money amount = wanted == null ? left : wanted;
        RefundRequest request = requests.refund(payment, amount, reason);
        String why = request.reasonCode()
                .map(code -> Texts.english().get("refund.reason." + code))
                .orElse(reason);
        act(payment, by, "history.asked_refund", amount.format(Locale.US) + (why == null ? "" : " (" + why + ")"));
        OperationKind kind = payment.isCreditable() ? OperationKind.CREDIT : OperationKind.REFUND;
        return Optional.of(begun(payment, operation(payment, kind, request.toJson(), by)));
    }

    /**
     * A person has seen to what needed attention; nothing when nothing does.
     *
     * @param seen the reasons that were looked at
     */
    public Optional<Payment> attend(UUID id, Set<Attention> seen, @Nullable String note, Initiator by) {
        Payment payment = ledger.lock(id);
        if (!allows(payment, PaymentAction.ATTEND)) {
            return Optional.empty();
        }
        keys.bind(by, id);
        payment.attend(seen);
        act(payment, by, note == null ? "history.attended" : "history.attended_note", note);
        tell(payment, new PaymentNews.What.Attended());
        return Optional.of(payment);
    }

    /** Whether the payment was mailed once more, or by what that is to be done; nothing when it can't be. */
    public Optional<Resend> resend(UUID id, Initiator by) {
        Payment payment = ledger.lock(id);
        if (!allows(payment, PaymentAction.RESEND)) {
            return Optional.empty();
        }
        keys.bind(by, id);
        act(payment, by, "history.asked_resend", null);
        if (payment.isMailedBy(profile)) {
            tell(payment, new PaymentNews.What.ResendAsked());
            return Optional.of(new Resend(payment, null));
        }
        return Optional.of(new Resend(
                payment,
                begun(payment, operation(payment, OperationKind.SEND_INVOICE, by))
                        .claim()));
    }

    /**
     * A mail that was asked for again.
     *
     * @param claim of the operation with which the gateway mails it; null when we do
     */
    public record Resend(Payment payment, @Nullable Claim claim) {}

    /**
     * Creates the correction of a payment, which is withdrawn first.
     *
     * @param cancel nothing when the old payment is withdrawn already
     */
    public record Replacement(
            Payment payment,
            UUID operationId,
            @Nullable Claim cancel,
            @Nullable Claim create) {}

    public Optional<Replacement> replace(UUID id, PaymentOrder order, Initiator by) {
        Payment old = ledger.lock(id);
        if (!allows(old, PaymentAction.REPLACE)) {
            return Optional.empty();
        }
        Payment payment = intend(order, by);
        payment.replace(old);
        Operation creation = creation(payment, by);
        act(old, by, "history.asked_replace", payment.reference());
        act(payment, by, "history.replaces", old.reference());
        if (!PaymentAction.CANCEL.isAllowed(old, false)) {
            return Optional.of(new Replacement(
                    payment, creation.id(), null, begun(payment, creation).claim()));
        }
        Operation cancellation = cancellation(old, by);
        entities.flush();
        creation.await(cancellation);
        return Optional.of(
                new Replacement(payment, creation.id(), begun(old, cancellation).claim(), null));
    }

    /** Lets a link be paid once more; it joins the transaction that learns of the failure. */
    public void reopen(Payment payment) {
        if (!isBusy(payment)) {
            operation(payment, OperationKind.REOPEN_LINK, Initiator.of("stripe"));
        }
    }

    private Payment intend(PaymentOrder order, Initiator by) {
        Instant now = clock.instant();
        long number = ((Number) entities.createNativeQuery("select nextval('payment_reference')")
                        .getSingleResult())
                .longValue();
        Payment payment = Payment.intend(order, PaymentIdentity.create(number, profile.isLive()), by.admin(), now);
        entities.persist(payment);
        entities.flush();
        keys.bind(by, payment.id());
        ledger.write(
                new HistoryEntry(payment, HistoryKind.CREATED, Cause.admin(by.admin(), now), "history.created", null)
                        .moving(null, PaymentStatus.CREATING));
        tell(payment, new PaymentNews.What.CreationMoved());
        return payment;
    }

    private Operation creation(Payment payment, Initiator by) {
        return operation(
                payment,
                payment.type() == PaymentType.LINK ? OperationKind.CREATE_LINK : OperationKind.CREATE_INVOICE,
                by);
    }

    private Operation cancellation(Payment payment, Initiator by) {
        return operation(
                payment,
                payment.type() == PaymentType.LINK ? OperationKind.CANCEL_LINK : OperationKind.CANCEL_INVOICE,
                by);
    }

    private Operation operation(Payment payment, OperationKind kind, Initiator by) {
        return operation(payment, kind, requests.of(payment, kind), by);
    }

    private Operation operation(Payment payment, OperationKind kind, JsonObject request, Initiator by) {
        Operation operation =
                new Operation(payment.id(), kind, serial(payment, kind), request, by.admin(), clock.instant());
        for (StripeObjectKind object : StripeObjectKind.values()) {
            payment.stripe().find(object).ifPresent(id -> operation.learn(object, id));
        }
        entities.persist(operation);
        return operation;
    }

    private int serial(Payment payment, OperationKind kind) {
        return entities.createQuery(
                                "select count(o) from Operation o where o.paymentId = :id and o.kind = :kind",
                                Long.class)
                        .setParameter("id", payment.id())
                        .setParameter("kind", kind.code())
                        .getSingleResult()
                        .intValue()
                + 1;
    }

    private Begun begun(Payment payment, Operation operation) {
        return new Begun(
                payment, operation.claim(profile.node(), clock.instant().plus(LEASE)));
    }

    private void act(Payment payment, Initiator by, String textKey, @Nullable String value) {
        ledger.write(new HistoryEntry(
                payment, HistoryKind.ACTION, Cause.admin(by.admin(), clock.instant()), textKey, value));
    }

    private boolean allows(Payment payment, PaymentAction action) {
        return policy.allows(payment, action);
    }

    private boolean isBusy(Payment payment) {
        return ledger.isBusy(payment.id());
    }

    private void tell(Payment payment, PaymentNews.What what) {
        news.fire(PaymentNews.of(payment, what));
    }
}
