package com.operatoros.payments.payment.operation;

import com.operatoros.payments.business.BillingProfile;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.money.Money;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.payment.PaymentReports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes operations, in the transaction of whoever wants something of the gateway (rule O1). Long since each kind has its maker. */
@ApplicationScoped
public class Operations {
    private static final Duration LEASE = Duration.ofSeconds(15);

    /** By whom what nobody asked for is asked. */
    private static final String NOBODY = "stripe";

    @PersistenceContext(unitName = "payments")
    private EntityManager entities;

    @Inject
    private OperationRequests requests;

    @Inject
    private OpenOperations open;

    @Inject
    private BillingProfile profile;

    @Inject
    private Clock clock;

    /** Two operations of which the second waits until the first is done. */
    public record Replacement(
            Payment payment,
            UUID operationId,
            @Nullable Lease cancel,
            @Nullable Lease create) {}

    /** Makes an operation that may be carried out by whoever made it. */
    public Lease begin(OperationKind kind, Payment payment, String admin) {
        return leased(make(payment, kind, requests.of(payment, kind), admin));
    }

    /** Makes the one that carries out a decision about what is still to come. */
    public Lease settle(OperationKind kind, Payment payment, Money amount, @Nullable String note, String admin) {
        return leased(make(payment, kind, requests.settlement(payment, kind, amount, note), admin));
    }

    /** Makes the one that gives money back: by a credit note where there is an invoice that it can be credited on. */
    public Lease refund(Payment payment, Money amount, @Nullable String reason, String admin) {
        OperationKind kind = payment.facts().isCreditable() ? OperationKind.CREDIT : OperationKind.REFUND;
        return leased(
                make(payment, kind, requests.refund(payment, amount, reason).toJson(), admin));
    }

    /**
     * Makes the creation of a correction.
     *
     * @param mustCancel whether the old payment has to be withdrawn before
     */
    public Replacement replace(Payment old, Payment correction, boolean mustCancel, String admin) {
        OperationKind kind = OperationKind.creation(correction.bill().type());
        Operation creation = make(correction, kind, requests.of(correction, kind), admin);
        if (!mustCancel) {
            return new Replacement(correction, creation.id(), null, leased(creation));
        }
        OperationKind withdrawal = OperationKind.cancellation(old.bill().type());
        Operation cancellation = make(old, withdrawal, requests.of(old, withdrawal), admin);
        entities.flush();
        creation.await(cancellation);
        return new Replacement(correction, creation.id(), leased(cancellation), null);
    }

    /** Lets a link be paid once more, in the transaction that learns that a delayed payment has used it up in vain. */
    void reopen(@Observes PaymentReports.LinkUsedUp change) {
        Payment payment = change.payment();
        if (!open.isBusy(payment.id())) {
            OperationKind kind = OperationKind.REOPEN_LINK;
            make(payment, kind, requests.of(payment, kind), NOBODY);
        }
    }

    /** Clears away what the steps before a refusal have made. */
    void discard(Payment payment, Operation refused) {
        if (refused.known().containsKey(ObjectKind.INVOICE.code())) {
            Operation discard = following(OperationKind.DISCARD_INVOICE, refused);
            discard.learn(ObjectKind.INVOICE, refused.known().getString(ObjectKind.INVOICE.code()));
            entities.persist(discard);
        }
    }

    /** A link that was not withdrawn after all is switched on again: the payment that is under way may fail. */
    void restore(Payment payment, Operation refused) {
        if (refused.step() == Step.EXPIRE_SESSIONS) {
            Operation restore = following(OperationKind.RESTORE_LINK, refused);
            payment.stripe()
                    .find(ObjectKind.PAYMENT_LINK)
                    .ifPresent(link -> restore.learn(ObjectKind.PAYMENT_LINK, link));
            entities.persist(restore);
        }
    }

    private Operation make(Payment payment, OperationKind kind, JsonObject request, String admin) {
        Operation operation = begun(payment.id(), kind, request, admin);
        for (ObjectKind object : ObjectKind.values()) {
            payment.stripe().find(object).ifPresent(id -> operation.learn(object, id));
        }
        entities.persist(operation);
        return operation;
    }

    /** What has to be done after another one was refused, with what that one knew. */
    private Operation following(OperationKind kind, Operation refused) {
        return begun(refused.paymentId(), kind, refused.request(), NOBODY);
    }

    private Operation begun(UUID paymentId, OperationKind kind, JsonObject request, String actor) {
        return new Operation(paymentId, kind, serial(paymentId, kind), request, actor, clock.instant());
    }

    private int serial(UUID paymentId, OperationKind kind) {
        return entities.createQuery(
                                "select count(o) from Operation o where o.paymentId = :id and o.kind = :kind",
                                Long.class)
                        .setParameter("id", paymentId)
                        .setParameter("kind", kind.code())
                        .getSingleResult()
                        .intValue()
                + 1;
    }

    private Lease leased(Operation operation) {
        return operation.claim(profile.node(), clock.instant().plus(LEASE));
    }
}
